"""The catalogue as a file: written, read, compared with what there is, and taken in whole.

    file    export_json(), export_csv()      (exporting.py)
    bytes   read(data, name) → File          (reading.py, json_file.py, csv_file.py)
    plan    plan(file) → Plan                (planning.py): what would change, and what may not
    rows    carry_out(plan)                  (storing.py): all of it or nothing

docs/catalogue-files.md describes both formats.
"""
