/** A check of packages that needs Python alone; the same as resources/verify.py, which a test holds it to. */
export const script = String.raw`#!/usr/bin/env python3
"""Checks a Palimpsest package: python3 verify.py FILE. Exits with 0: as it was written, 1: not, 2: cannot be read."""
import gzip, hashlib, json, re, sys, zipfile

sha = lambda *parts: hashlib.sha256(b"".join(parts)).hexdigest()

def need(condition, what):
    if not condition: raise ValueError(what)

def bodies(file):  # the SHA-256 of every page that the WARC file holds
    found = set()
    with gzip.open(file) as warc:
        while warc.readline():
            head = dict(line.decode().strip().lower().split(": ", 1) for line in iter(warc.readline, b"\r\n"))
            body, kind = warc.read(int(head["content-length"])), head["warc-type"]
            need(warc.read(4) == b"\r\n\r\n", "WARC record")
            if kind not in ("response", "resource"): continue
            found.add(sha(body.split(b"\r\n\r\n", 1)[1] if kind == "response" else body))
            need(head["warc-payload-digest"][7:] in found, "body of " + head["warc-record-id"])
    return found

def article(lines, listed, bodies):
    first, chain, blocks, captures, notes, hashed, kinds = json.loads(lines[0]), listed["chain"], [], [], 0, None, []
    prev, gone, deleted = "0" * 64, set(), set()
    need(first["uid"] == listed["uid"] and first["url"] == listed["url"] and first["chain"] == chain, "article")
    for line in lines[1:]:
        if line.startswith(b"["): blocks.append(bytes.fromhex(sha(b"palimpsest/block/1\n", line)))
        elif line.startswith(b'{"article":'): hashed = line
        elif (it := json.loads(line))["type"] == "note": notes += 1
        elif it["type"] == "capture":
            captures.append(it)
            need(it["n"] == len(captures) and (it["record"] is None or it["bodySha256"] in bodies), "capture %d" % it["n"])
        else:
            kinds.append(it["type"]); at = "record %d" % len(kinds)
            need(it["seq"] == len(kinds) and (it["type"] == "gone") == (hashed is None), at)
            if it["type"] == "gone": gone |= {it["seq"]} if it["why"] == "deleted" else set()
            else:
                said = json.loads(hashed)
                need(sha(b"palimpsest/rev/1\n", hashed) == it["hash"] and said["prev"] == prev, at)
                need(said["article"] == first["uid"] and said["seq"] == it["seq"], at)
                if it["type"] == "deletion":
                    need(set(said["deletes"]) <= gone - deleted, at + ": deletion"); deleted |= set(said["deletes"])
                else:
                    seen = captures[it["capture"] - 1]
                    need(sha(b"palimpsest/text/1\n", *(blocks[n] for n in it["blocks"])) == said["textSha256"], at + ": text")
                    need(sha(it["claims"].encode()) == said["claimsSha256"], at + ": claims")
                    need((seen["headers"] and sha(seen["headers"].encode())) == said["headersSha256"], at + ": headers")
                    need((seen["url"] or first["url"]) == said["url"] and seen["at"] == said["capturedAt"], at + ": capture")
                    need(all(seen[k] == said[k] for k in ("status", "origin", "finalUrl", "bodySha256")), at + ": capture")
            prev, hashed = it["hash"], None
    need([len(kinds), prev] == [chain["records"], chain["head"]] and hashed is None and gone == deleted, "end of the chain")
    need([first[k] for k in ("blocks", "captures", "notes")] == [len(blocks), len(captures), notes], "counts")

def main(path):
    bad = []
    def check(what, work):
        try: return work()
        except Exception as error: bad.append("%s: %s" % (what, error)); return set()
    try:
        package = zipfile.ZipFile(path)
        manifest, files = (json.loads(package.read(name)) for name in ("palimpsest/package.json", "datapackage.json"))
        digest = json.loads(package.read("datapackage-digest.json"))["hash"]
        listed = {file["path"]: file["hash"] for file in files["resources"]}
        need(manifest["format"] == "palimpsest-package" and manifest["version"] == 1, "not a package of version 1")
    except Exception as error:
        print("cannot be read:", error); return 2
    check("datapackage.json", lambda: need("sha256:" + sha(package.read("datapackage.json")) == digest, "hash"))
    own = {"datapackage.json", "datapackage-digest.json"}
    check("files", lambda: need(set(package.namelist()) - own == set(listed), "a file too many or too few"))
    for name in listed: check(name, lambda: need("sha256:" + sha(package.read(name)) == listed[name], "hash"))
    found = check("archive", lambda: bodies(package.open("archive/data.warc.gz")))
    for one in manifest["articles"]:
        check(one["file"], lambda: article(package.read(one["file"]).split(b"\n")[:-1], one, found))
    check("package.json", lambda: need({one["file"] for one in manifest["articles"]} == {name for name in listed if re.match("palimpsest/articles/", name)} and len(manifest["articles"]) == manifest["counts"]["articles"], "articles"))
    print("\n".join(bad) or "Everything is as it was written: %(articles)d articles, %(versions)d versions." % manifest["counts"])
    return 1 if bad else 0

if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
`
