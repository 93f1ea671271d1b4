#!/usr/bin/env python3
"""Checks a Palimpsest package: python3 verify.py FILE. Exits with 0: as it was written, 1: not, 2: cannot be read."""
import gzip, hashlib, json, sys, zipfile

def sha(*parts): return hashlib.sha256(b"".join(parts)).hexdigest()

def need(condition, what):
    if not condition: raise ValueError(what)

def payloads(warc):  # the SHA-256 of every page that the WARC file holds
    while warc.readline():
        head = dict(line.decode().strip().lower().split(": ", 1) for line in iter(warc.readline, b"\r\n"))
        body = warc.read(int(head["content-length"]) + 4)[:-4]
        if head["warc-type"] == "response": body = body.split(b"\r\n\r\n", 1)[1]
        if head["warc-type"] not in ("response", "resource"): continue
        need(head["warc-payload-digest"] == "sha256:" + sha(body), "body of " + head["warc-record-id"])
        yield sha(body)

def article(lines, listed, kept):  # the file of one article, as docs/format.md says
    first, blocks, captures, notes, records, hashed, gone = json.loads(lines[0]), [], [], 0, 0, None, set()
    prev, where = "0" * 64, lambda what: "record %d: %s" % (records, what)
    need(all(first[name] == listed[name] for name in ("uid", "url", "chain")), "package.json says otherwise")
    for line in lines[1:]:
        if line.startswith(b"["): blocks.append(bytes.fromhex(sha(b"palimpsest/block/1\n", line))); continue
        if line.startswith(b'{"article":'): hashed = line; continue
        it = json.loads(line)
        if it["type"] == "note": notes += 1; continue
        if it["type"] == "capture":
            captures.append(it)
            need(it["n"] == len(captures) and (it["record"] is None or it["bodySha256"] in kept), "capture %d" % it["n"])
            continue
        records += 1
        need(it["seq"] == records and (it["type"] == "gone") == (hashed is None), where("missing"))
        if it["type"] == "gone" and it["why"] == "deleted": gone.add(records)
        if hashed is not None:
            said, about = json.loads(hashed), (first["uid"], records, prev)
            need(sha(b"palimpsest/rev/1\n", hashed) == it["hash"], where("hash"))
            need((said["article"], said["seq"], said["prev"]) == about, where("chain"))
        if it["type"] == "deletion":
            need(set(said["deletes"]) <= gone, where("deletion")); gone -= set(said["deletes"])
        if it["type"] == "version":
            seen = captures[it["capture"] - 1]
            hashes = {"claimsSha256": it["claims"], "headersSha256": seen["headers"]}
            text = sha(b"palimpsest/text/1\n", *(blocks[n] for n in it["blocks"]))
            shown = dict(seen, capturedAt=seen["at"], url=seen["url"] or first["url"], textSha256=text)
            shown.update((name, what and sha(what.encode())) for name, what in hashes.items())
            names = "capturedAt url finalUrl status origin bodySha256 textSha256 claimsSha256 headersSha256".split()
            for name in names: need(said[name] == shown[name], where(name))
        prev, hashed = it["hash"], None
    need({"records": records, "head": prev} == first["chain"] and not hashed and not gone, "end of the chain")
    need([first[name] for name in ("blocks", "captures", "notes")] == [len(blocks), len(captures), notes], "counts")

def main(path):
    bad, kept = [], set()
    def check(what, work):
        try: work()
        except Exception as error: bad.append("%s: %s" % (what, error))
    try:
        package = zipfile.ZipFile(path)
        manifest, files, digest = (json.loads(package.read(name)) for name in
            ("palimpsest/package.json", "datapackage.json", "datapackage-digest.json"))
        hashes = {file["path"]: file["hash"] for file in files["resources"]}
        articles = {one["file"]: one for one in manifest["articles"]}
        need((manifest["format"], manifest["version"]) == ("palimpsest-package", 1), "no package of version 1")
    except Exception as error:
        print("It cannot be read: %s" % error); return 2
    hashes["datapackage.json"] = digest["hash"]
    for name in hashes: check(name, lambda: need("sha256:" + sha(package.read(name)) == hashes[name], "hash"))
    check("files", lambda: need({*package.namelist()} == {*hashes, "datapackage-digest.json"}, "too many"))
    check("archive", lambda: kept.update(payloads(gzip.open(package.open("archive/data.warc.gz")))))
    for name in articles: check(name, lambda: article(package.read(name).split(b"\n")[:-1], articles[name], kept))
    expected = {name for name in hashes if name.startswith("palimpsest/articles/")}
    check("articles", lambda: need(expected == set(articles) and len(articles) == manifest["counts"]["articles"], "count"))
    print("\n".join(bad) or "Everything is as it was written: %(articles)d articles, %(versions)d versions." % manifest["counts"])
    return 1 if bad else 0

if __name__ == "__main__": sys.exit(main(sys.argv[1]))
