"""Movement pictograms: from a small pose description to a drawing. No Django here, only sums.

Lengths are centimetres on a person 175 cm tall, x to the right of the picture's middle, y up from
the floor, z towards the viewer. Angles are degrees in the picture: 0 right, 90 up, 180 left.
"""
