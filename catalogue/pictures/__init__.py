"""Uploaded pictures: what is accepted, what is kept of it, and the renditions that pages show.

A picture becomes a master (upright, sRGB, 8 bits, nothing of the camera's or the sender's) and its renditions in
several widths and formats, all under the digest of the master and all made when it is uploaded.
"""
