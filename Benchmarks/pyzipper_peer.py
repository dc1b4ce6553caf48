"""pyzipper's AES-256 over deflate: pyzipper_peer.py LEVEL ARCHIVE FILE..., where level 0 stores."""
import sys

import pyzipper

level, archive, *files = sys.argv[1:]
method = pyzipper.ZIP_STORED if level == "0" else pyzipper.ZIP_DEFLATED
with pyzipper.AESZipFile(archive, "w", compression=method, compresslevel=int(level) or None,
                         encryption=pyzipper.WZ_AES) as writer:
    writer.setpassword(b"1234-5678-9012-3456-7890-1234")
    writer.setencryption(pyzipper.WZ_AES, nbits=256)
    for number, name in enumerate(files):
        writer.write(name, f"{number}.bin")
