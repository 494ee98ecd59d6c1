"""Pictures that people hand us, made safe to show: read and drawn anew in a process of its own.

    pictures = making.draw(file, sides=(320, 640), moving_sides=())    # Refused says why not
    keeping.keep(folder, pictures.files)                               # NotKept: storage is away
    serving.answer(folder, name, cache)                                # the bytes, and no more

Nothing of what was sent is kept: no byte of it, no name, no metadata.
"""
