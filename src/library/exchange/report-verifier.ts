/** `resources/verify-report.py`, word for word: a report brings along what it can be checked with. */
export const verifierSource = String.raw`"""Checks a report that Palimpsest wrote: python3 verify-report.py REPORT.html

Works out every SHA-256 from the evidence in the file and compares it with what the file states and shows. Needs nothing
but Python 3.8 and the file. Exit code 0 where all of it fits, 1 where something does not.
"""
import hashlib
import json
import re
import sys
from html.parser import HTMLParser


def sha256(prefix, data):
    data = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return hashlib.sha256(prefix.encode() + data).hexdigest()


def shown(text):
    """A text as the report shows it: no control characters, and one space where there is any."""
    return " ".join(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", text).split())


class Report(HTMLParser):
    """Collects what elements with data-is hold, by that name."""

    def __init__(self):
        super().__init__()
        self.found, self.name, self.tag = {}, None, None

    def handle_starttag(self, tag, attrs):
        name = dict(attrs).get("data-is")
        if name is not None:
            self.name, self.tag = name, tag
            self.found[name] = ""
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag):
        if tag == self.tag:
            self.name = self.tag = None

    def handle_data(self, data):
        if self.name is not None:
            self.found[self.name] += data


def check(found):
    evidence = json.loads(found["evidence"])
    records, before = {}, "0" * 64
    for link in evidence["chain"]:
        if link.get("record") is not None:
            record = json.loads(link["record"])
            records[record["version"]] = record
            yield f"record {link['seq']}", link["hash"], sha256("palimpsest/rev/1\n", link["record"])
            yield f"record {link['seq']}, the one before", record["prev"], before
            yield f"v{record['version']}, hash of the record as stated", found.get(f"record:{record['version']}"), link["hash"]
        before = link["hash"]
    for version, record in records.items():
        yield f"v{version}, hash of the text as stated", found.get(f"text:{version}"), record["textSha256"]
        yield f"v{version}, hash of the response as stated", found.get(f"body:{version}"), record["bodySha256"]
    for text in evidence["texts"]:
        version, record = text["version"], records[text["version"]]
        hashes = b"".join(bytes.fromhex(sha256("palimpsest/block/1\n", block)) for block in text["blocks"])
        yield f"v{version}, text", record["textSha256"], sha256("palimpsest/text/1\n", hashes)
        yield f"v{version}, claims", record["claimsSha256"], sha256("", text["claims"])
        headers = text["headers"]
        yield f"v{version}, headers", record["headersSha256"], None if headers is None else sha256("", headers)
        for at, block in enumerate(text["blocks"]):
            words = found.get(f"block:{version}:{at}", "")
            yield f"v{version}, paragraph {at + 1} as shown", shown(words), shown(json.loads(block)[1])
        count = sum(name.startswith(f"block:{version}:") for name in found)
        yield f"v{version}, number of paragraphs", count, len(text["blocks"])


def main(path):
    report = Report()
    with open(path, encoding="utf-8") as file:
        report.feed(file.read())
    try:
        checks = list(check(report.found))
    except (KeyError, TypeError, ValueError) as missing:
        print(f"DOES NOT FIT  the evidence is not whole: {missing!r}")
        return 1
    wrong = [(what, stated, worked) for what, stated, worked in checks if stated != worked]
    for what, stated, worked in wrong:
        print(f"DOES NOT FIT  {what}\n  stated     {stated}\n  worked out {worked}")
    print(f"{len(checks) - len(wrong)} of {len(checks)} checks fit.")
    return 1 if wrong or not checks else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
`
