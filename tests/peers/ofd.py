"""What two readers of OFD, and a reader of ZIP, find in the packages argv[1:]: JSON, by path. Beside the texts of every page,
in the order of the file, what `ofdkit` gives as its title and size, and every attachment that the package names."""
import contextlib
import io
import json
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

SPACE = "{http://www.ofdspec.org/2016}"


def by_ofdkit(data):
    from ofdkit import OFDDocument

    with OFDDocument(data) as document:
        pages = [[run.text for run in page.runs if not run.from_template] for page in document.pages]
        marks = [[run.text for run in page.runs if run.from_template] for page in document.pages]
        sizes = [[page.width, page.height] for page in document.pages]
        return {"title": document.info.title, "sizes": sizes, "pages": pages, "marks": marks}


def by_easyofd(data):
    from easyofd.ofd import OFD

    package = OFD()
    package.read(data, fmt="binary")
    (document,) = package.data
    # It takes what a template says for a part of the page (ours is the object 5), and then sorts by place.
    pages = [page["text_list"] for _, page in sorted(document["page_info"].items())]
    pages = [sorted(page, key=lambda text: int(text["ID"])) for page in pages]
    return [[text["text"] for text in page if text["ID"] != "5"] for page in pages]


def attachments(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if package.testzip() is not None:
            raise ValueError("a checksum differs")
        times = sorted({each.date_time for each in package.infolist()})
        for name in package.namelist():
            if name.endswith(".xml"):
                ElementTree.fromstring(package.read(name))
        listed = ElementTree.fromstring(package.read("Doc_0/Attachs/Attachments.xml"))
        files = {each.get("Name"): package.read("Doc_0/Attachs/" + each.find(SPACE + "FileLoc").text).decode() for each in listed}
        return {"times": times, "files": files}


def main():
    from loguru import logger

    logger.remove()
    told = {}
    for path in sys.argv[1:]:
        with open(path, "rb") as file:
            data = file.read()
        with contextlib.redirect_stdout(io.StringIO()):
            told[path] = {"ofdkit": by_ofdkit(data), "easyofd": by_easyofd(data), **attachments(data)}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
