"""Reads a WARC file record by record, each a gzip member of its own, with the standard library alone, and prints as JSON what
it found. Fails where a record is not as WARC 1.1 says, or a digest does not fit."""

import hashlib
import json
import sys
import zlib

NEEDED = {"warc-type", "warc-record-id", "warc-date", "content-length"}


def members(data):
    at = 0
    while at < len(data):
        unpack = zlib.decompressobj(31)
        text = unpack.decompress(data[at:])
        assert unpack.eof, f"the member at {at} ends early"
        size = len(data) - at - len(unpack.unused_data)
        yield at, size, text
        at += size


def digest(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def read(at, size, text):
    head, rest = text.split(b"\r\n\r\n", 1)
    first, *lines = head.decode().split("\r\n")
    assert first == "WARC/1.1", first
    fields = dict((name.lower(), value) for name, value in (line.split(": ", 1) for line in lines))
    assert NEEDED <= set(fields), fields
    block = rest[: int(fields["content-length"])]
    assert rest[len(block) :] == b"\r\n\r\n", f"the record at {at} has no end"
    assert fields["warc-block-digest"] == digest(block), f"block of {fields['warc-record-id']}"
    kind, payload = fields["warc-type"], block
    if kind == "response":
        status, payload = block.split(b"\r\n\r\n", 1)
        assert status.startswith(b"HTTP/1.1 "), status
    if kind in ("response", "resource"):
        assert fields["warc-payload-digest"] == digest(payload), f"payload of {fields['warc-record-id']}"
    return {"offset": at, "length": size, "type": kind, "url": fields.get("warc-target-uri"), "fields": fields}


with open(sys.argv[1], "rb") as file:
    print(json.dumps([read(*member) for member in members(file.read())]))
