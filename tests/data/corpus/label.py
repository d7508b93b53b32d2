# Writes labels.json: what each file of the corpus is, as tools say that are not ours. Nothing of this project is asked, and
# where tools differ the question is put under "disputed" with the reason, which leaves it out of the rates. Wants what
# make.py wants and Debian's file, poppler-utils, unzip, and from PyPI pillow, tifffile, imagecodecs, oletools, ofdkit.
# Labelled with: file 5.44, Pillow 13.0.0, ExifTool 12.57, libheif 1.15.1, qpdf 11.3.0, poppler 22.12, pikepdf 10.18.0,
# pyHanko 0.38.0, tifffile 2026.3.3, UnZip 6.00, 7-Zip 26.02, msoffcrypto-tool 6.1.0, oletools 0.60.2, ofdkit 0.2.0.
# `node tests/data/corpus/fetch.mjs && python tests/data/corpus/label.py`
import hashlib
import io
import json
import logging
import os
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import msoffcrypto
import olefile
import pikepdf
import tifffile
from oletools.olevba import VBA_Parser
from PIL import Image
from pyhanko.pdf_utils.crypt import PubKeySecurityHandler
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields

sys.dont_write_bytecode = True
from archives import here, members, packages

warnings.simplefilter('ignore')
logging.disable(logging.CRITICAL)
Image.MAX_IMAGE_PIXELS = None
os.environ['PATH'] = '/usr/bin:' + os.environ['PATH']
archives = here / '../../../target/corpus/archives'
work = Path(tempfile.mkdtemp())

KINDS = '''pdf application/pdf
jpeg image/jpeg
png image/png image/apng
gif image/gif
webp image/webp
tiff image/tiff
bmp image/bmp image/x-ms-bmp
heic image/heic image/heif image/heic-sequence image/heif-sequence
avif image/avif image/avif-sequence
rtf text/rtf application/rtf
rar application/x-rar application/vnd.rar
7z application/x-7z-compressed
exe application/x-dosexec application/x-ms-ne-executable application/vnd.microsoft.portable-executable'''
KINDS = {mime: line.split()[0] for line in KINDS.splitlines() for mime in line.split()[1:]}
PILLOW = dict(JPEG='jpeg', MPO='jpeg', PNG='png', GIF='gif', WEBP='webp', TIFF='tiff', BMP='bmp', AVIF='avif')
# what an applicant may send, and of the rest one of each extension from a package
WANTED = 'pdf jpg jpeg jpe png apng gif webp tif tiff bmp heic heif heifs avif avifs doc dot docx docm dotx dotm xls xlt xla xlsx xlsm xltx xltm xlam xlsb ppt pot pps pptx pptm potx potm ppsx ppsm odt ods odp odg ofd zip rtf rar 7z exe'.split()
OTHERS = 'txt md csv json xml html svg ttf otf woff woff2 eot ico cur psd tga mp3 mp4 mov mkv wav flac ogg avi gz bz2 tar xcf wmf emf eps ps jp2 j2k jxr jxl jls hdr exr ff pnm ppm pbm pgm qoi pcx elf class sxw arj ace cab chm rpm torrent swf flv xm mid iso dds msg docxf lnk ani au wmv rm ts mts fit map 3ds pak nds macho jxs brn lerc1 lerc2 bin pfb afm'.split()
MOST = {'oxidize-pdf': 30, 'image': 200, 'pyhanko': 140}  # others: 70 of each extension, 15 of those that are always refused


def run(*words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, **more)


def chosen():
    """(label so far, bytes) of every file, made or fetched, each once."""
    seen = set()
    for path in sorted((here / 'made').iterdir()):
        seen.add(hashlib.sha256(path.read_bytes()).hexdigest())
        yield dict(made=path.name), path.read_bytes()
    for package in packages:
        path, taken = archives / package['archive'], Counter()
        if not path.exists():
            sys.exit(f'{package["archive"]} is missing: fetch first')
        for name, data in sorted(members(path)):
            kind = name.rpartition('.')[2].lower() if '.' in name.rpartition('/')[2] else ''
            kind = {'jpeg': 'jpg', 'tiff': 'tif'}.get(kind, kind)
            most = 15 if kind in ('rar', '7z') else MOST.get(package['name'], 70) if kind in WANTED else 1 if kind in OTHERS else 0
            digest = hashlib.sha256(data).hexdigest()
            if not data or len(data) > 8 << 20 or digest in seen or taken[kind] >= most:
                continue
            if most == 1 and len(data) > 1 << 20:
                continue
            seen.add(digest)
            taken[kind] += 1
            yield dict(package=package['name'], path=name), data


def zipped(path):
    """The kind of a ZIP by what it says of itself, not by the names of its folders alone."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if 'OFD.xml' in names:
                return 'ofd'
            if 'mimetype' in names and archive.read('mimetype').startswith(b'application/vnd.oasis.opendocument'):
                return 'odf'
            listed = next((name for name in names if name.lower() == '[content_types].xml'), None)
            if listed:
                types = archive.read(listed).decode('utf8', 'replace')
                for kind, mark in (('docx', r'wordprocessingml\.(document|template)\.main|ms-word\.(document|template)\.macro'), ('xlsx', r'spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template|addin)\.'), ('pptx', r'presentationml\.(presentation|template|slideshow)\.main|ms-powerpoint\.')):
                    if re.search(mark, types):
                        return kind
    except Exception:
        return None
    return 'zip'


def is_zip(path):
    try:
        return zipfile.is_zipfile(path)
    except zipfile.BadZipFile:
        return True


def kind_of(label, path, mime):
    data = path.read_bytes()
    kind = KINDS.get(mime)
    if data.startswith(b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'):
        with olefile.OleFileIO(path) as file:
            for stream, kind in (('EncryptedPackage', 'ole'), ('WordDocument', 'doc'), ('Workbook', 'xls'), ('Book', 'xls'), ('PowerPoint Document', 'ppt')):
                if file.exists(stream):
                    return kind
        return 'ole'
    if kind is None and is_zip(path):
        kind = zipped(path)
        if kind is None and data[:4] in (b'PK\3\4', b'PK\5\6'):
            label['disputed']['kind'] = 'no tool reads its members'
            return 'zip'
        if b'mimetypeapplication/vnd.sun.xml' in data[:100]:
            label['disputed']['kind'] = 'OpenOffice 1 file: neither ODF nor a plain archive'
        elif kind == 'zip' and re.search('officedocument|ms-(excel|word|powerpoint)', mime):
            kind = {'s': 'xlsx', 'w': 'docx', 'p': 'pptx'}.get(mime.partition('officedocument.')[2][:1], kind)
        elif data[:2] != b'PK':
            label['disputed']['kind'] = 'an archive behind other bytes: unzip reads it, file does not call it one'
        return kind
    if mime == 'application/zip':
        label['disputed']['kind'] = 'starts as a ZIP, and no tool finds its directory'
        return 'zip'
    if kind is None and run('qpdf', '--show-npages', path).returncode in (0, 3) and b'%PDF-' in data[:1024]:
        kind = 'pdf'
    pillow = None
    try:
        with Image.open(path) as image:
            pillow = PILLOW.get(image.format)
    except Exception:
        pass
    if mime.startswith('image/') and kind is None and data[:4] in (b'II*\0', b'MM\0*'):
        label['disputed']['kind'] = f'camera raw built on TIFF ({mime})'
        return 'tiff'
    if pillow == 'avif' and kind == 'heic':
        # mif1 leads its brands, and what is inside is AV1
        return pillow
    if pillow and pillow != (kind or pillow):
        label['disputed']['kind'] = f'file says {mime}, Pillow {pillow}'
    if kind is None and pillow:
        label['disputed']['kind'] = f'file says {mime}, Pillow {pillow}'
        kind = pillow
    return kind or 'unknown'


def of_pdf(label, path):
    disputed = label['disputed']
    count, info = run('qpdf', '--show-npages', path), run('pdfinfo', path)
    said = info.stdout.decode('utf8', 'replace')
    poppler = re.search(r'^Pages: +(\d+)', said, re.M)
    qpdf_pages = int(count.stdout) if count.returncode in (0, 3) and count.stdout.strip().isdigit() else None
    poppler_pages = int(poppler[1]) if poppler else None
    encrypted, needs = run('qpdf', '--is-encrypted', path).returncode, run('qpdf', '--requires-password', path).returncode
    public = None
    try:
        reader = PdfFileReader(path.open('rb'), strict=False)
        public = isinstance(reader.security_handler, PubKeySecurityHandler)
    except Exception:
        reader = None
    poppler_locked = b'Incorrect password' in info.stderr
    if public:
        label.update(encrypted=True, password=True)
        disputed['password'] = 'locked to a certificate: no password opens it, nor does none'
    elif encrypted == 0 and needs in (0, 3):
        label.update(encrypted=True, password=needs == 0)
        if poppler_pages is None and not poppler_locked or poppler_locked != (needs == 0):
            disputed['password'] = f'qpdf {"needs" if needs == 0 else "needs no"} password, poppler: {info.stderr.decode("utf8", "replace").strip().splitlines()[-1:]}'
    elif encrypted == 2 and needs == 2:
        label.update(encrypted=False, password=False)
        if count.returncode == 2 and b'encrypt' in count.stderr.lower():
            disputed['encrypted'] = disputed['password'] = 'qpdf: ' + count.stderr.decode('utf8', 'replace').strip().splitlines()[-1].rpartition(': ')[2]
    else:
        label.update(encrypted=b'/Encrypt' in path.read_bytes(), password=False)
        disputed['encrypted'] = disputed['password'] = 'qpdf cannot tell'
    if label['password']:
        label['damaged'] = False
        return
    if qpdf_pages is not None and qpdf_pages == poppler_pages:
        label['pages'] = qpdf_pages
    else:
        label['pages'] = qpdf_pages if qpdf_pages is not None else poppler_pages or 0
        disputed['pages'] = f'qpdf {qpdf_pages}, poppler {poppler_pages}'
    check = run('qpdf', '--check', path)
    words = (check.stdout + check.stderr).decode('utf8', 'replace')
    label['damaged'] = qpdf_pages is None and poppler_pages is None
    tail = path.read_bytes()[-1024:]
    if label['damaged'] and b'%%EOF' not in tail and b'startxref' not in tail:
        pass
    elif label['damaged'] or (qpdf_pages is None) != (poppler_pages is None):
        disputed['damaged'] = 'no whole file, but perhaps at its full length: qpdf ' + (words.strip().splitlines() or ['?'])[-1].rpartition(': ')[2]
    elif "can't find startxref" in words:
        disputed['damaged'] = 'qpdf finds no startxref'
    if 'file is damaged' in words or 'Attempting to reconstruct' in words:
        label['xref'] = 'rebuilt'
    text = run('pdftotext', '-q', path, '-')
    if text.returncode == 0:
        label['text'] = bool(text.stdout.decode('utf8', 'replace').strip())
    try:
        found = active_in(path)
        label['active'] = sorted(found - {'film'})
        if 'film' in found:
            disputed['media'] = 'a film or a sound of the older kind'
        # pdfinfo looks in fewer places, and what it finds is there
        if re.search(r'^JavaScript: +yes', said, re.M) and 'script' not in found:
            disputed['script'] = 'pdfinfo finds one, pikepdf none'
    except Exception as error:
        disputed['active'] = f'pikepdf: {type(error).__name__}'
    try:
        if reader.encrypted:
            reader.decrypt('')
        label['signatures'] = len(reader.embedded_signatures)
        label['signatureFields'] = sum(1 for _ in enumerate_sig_fields(reader))
    except Exception:
        pass
    told = run('pdfsig', '-nocert', path).stdout.decode('utf8', 'replace')
    blocks = re.split(r'^Signature #\d+:', told, flags=re.M)[1:]
    theirs = sum('not signed' not in block for block in blocks)
    if label.get('signatures', theirs) != theirs:
        disputed['signatures'] = f'pyHanko {label["signatures"]}, pdfsig {theirs}'
    label.setdefault('signatures', theirs)
    if not disputed.get('pages') and 0 < label['pages'] <= 12:
        folder = Path(tempfile.mkdtemp(dir=work))
        run('pdftoppm', '-q', '-gray', '-scale-to', '300', path, folder / 'p', timeout=60)
        pages = sorted(folder.iterdir())
        if len(pages) == label['pages']:
            label['blank'] = [n for n, page in enumerate(pages, 1) if Image.open(page).getextrema()[0] == 255]
            try:
                with pikepdf.open(path) as file:
                    for n in label['blank']:
                        page = file.pages[n - 1]
                        words = {str(word.operator) for word in pikepdf.parse_content_stream(page)}
                        if words & set("Tj TJ ' \" Do f F f* B B* b b* S s sh INLINE".split()) or '/Annots' in page:
                            disputed['blank'] = f'page {n} paints, and all of it is white'
            except Exception:
                disputed['blank'] = 'pikepdf does not read the page'
        shutil.rmtree(folder)


def active_in(path):
    found = set()

    def look(value, deep=0):
        if deep > 60:
            return
        if isinstance(value, pikepdf.Array):
            for each in value:
                if not getattr(each, 'is_indirect', False):
                    look(each, deep + 1)
            return
        if not isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
            return
        keys = set(value.keys())
        action, kind, subtype = (str(value.get(key, '')) for key in ('/S', '/Type', '/Subtype'))
        if action == '/JavaScript' or '/JS' in keys:
            found.add('script')
        if action == '/Launch':
            found.add('launch')
        if kind == '/EmbeddedFile' or '/EF' in keys or '/EmbeddedFiles' in keys:
            found.add('attachment')
        if subtype == '/RichMedia':
            found.add('media')
        if subtype in ('/Movie', '/Screen', '/Sound') or action in ('/Movie', '/Rendition', '/Sound'):
            found.add('film')
        if '/XFA' in keys:
            found.add('xfa')
        for key in keys:
            each = value[key]
            if not getattr(each, 'is_indirect', False):
                look(each, deep + 1)
    with pikepdf.open(path) as file:
        for each in file.objects:
            look(each)
        look(file.trailer)
    return found


def of_picture(label, path, told):
    disputed, kind = label['disputed'], label['kind']
    turn = told.get('IFD0:Orientation')
    if kind in ('heic', 'avif'):
        target = work / f'{path.name}.png'
        done = run('heif-convert', path, target, timeout=120)
        files = sorted(work.glob(f'{path.name}*.png'))
        if done.returncode == 0 and files:
            if len(files) == 1:
                label['width'], label['height'] = Image.open(files[0]).size
            else:
                # several pictures: the primary one is the file's
                told_by = run('heif-info', path).stdout.decode()
                size = re.search(r'image: (\d+)x(\d+) \(id=\d+\), primary', told_by)
                label['width'], label['height'] = int(size[1]), int(size[2])
            label['damaged'] = False
        elif kind == 'avif':
            # a sequence, which this libheif does not know
            try:
                with Image.open(path) as image:
                    image.load()
                    label['width'], label['height'] = image.size
                label['damaged'] = False
            except Exception as error:
                disputed['damaged'] = disputed['size'] = f'Pillow: {error}'[:60]
        else:
            disputed['damaged'] = disputed['size'] = 'libheif: ' + (done.stderr or done.stdout).decode('utf8', 'replace').strip()[:60]
        for file in files:
            file.unlink()
        # (Pillow leaves clap out)
        if kind == 'avif' and 'width' in label and b'clap' not in path.read_bytes():
            try:
                with Image.open(path) as image:
                    size = image.size[::-1] if image.getexif().get(274, 1) > 4 else image.size
                if size != (label['width'], label['height']):
                    disputed['size'] = f'libheif {label["width"]}x{label["height"]}, Pillow {size[0]}x{size[1]}'
            except Exception:
                pass
    else:
        whole = None
        try:
            with Image.open(path) as image:
                label['width'], label['height'] = image.size
                try:
                    for frame in range(min(getattr(image, 'n_frames', 1), 50)):
                        image.seek(frame)
                        image.load()
                    whole = True
                except Exception as error:
                    whole = f'{error}'[:60]
        except Exception as error:
            whole = f'{error}'.replace(str(path), 'it')[:60]
        if kind == 'tiff':
            try:
                with tifffile.TiffFile(path) as file:
                    page, frames = file.pages[0], len(file.pages)
                    # Pillow turns a TIFF as it opens it
                    size = (page.imagewidth, page.imagelength)
                    if 'width' in label and (label['width'], label['height']) not in (size, size[::-1] if turn in (5, 6, 7, 8) else size):
                        disputed['size'] = f'tifffile {page.imagewidth}x{page.imagelength}'
                    label['width'], label['height'] = size
                    label['pages'] = frames
                    if whole is not True:
                        for page in file.pages:
                            page.asarray()
                        whole = True
            except Exception as error:
                whole = whole if whole is True else f'{whole}; tifffile: {error}'[:90]
            try:
                with Image.open(path) as image:
                    if image.n_frames != label.get('pages'):
                        disputed['pages'] = f'Pillow {image.n_frames}, tifffile {label.get("pages")}'
            except Exception:
                pass
        if kind in ('jpeg', 'png', 'gif') and whole is True:
            # Pillow forgives an end that is missing; ImageMagick says so
            words = run('identify', '-regard-warnings', '-format', '%wx%h ', path, timeout=60)
            if b'remature' in words.stderr or b'nexpected end' in words.stderr:
                whole = words.stderr.decode('utf8', 'replace').split('`')[0].strip()[-50:]
                disputed['damaged'] = f'Pillow reads it, ImageMagick: {whole}'
        if whole is True:
            label['damaged'] = False
        elif re.search('truncated|unexpected end|EOF', whole, re.I):
            label['damaged'] = True
        else:
            label['damaged'] = True
            disputed['damaged'] = f'not read: {whole}'
        if whole is not True:
            second = run('identify', '-regard-warnings', '-format', '%wx%h ', f'{path}[0]', timeout=60)
            size = re.match(r'(\d+)x(\d+)', second.stdout.decode())
            size = size and (int(size[1]), int(size[2]))
            theirs = (told.get('File:ImageWidth'), abs(told.get('File:ImageHeight', 0)))
            if 'width' not in label:
                label['width'], label['height'] = size or theirs
                if label['width'] is None:
                    del label['width'], label['height']
                if not size or size != theirs:
                    disputed['size'] = f'Pillow reads no size: {whole}'
            if second.returncode and 'damaged' in disputed:
                disputed['size'] = disputed['colour'] = disputed['depth'] = 'neither Pillow nor ImageMagick reads it'
            if second.returncode == 0 and not second.stderr and 'damaged' in disputed:
                label['damaged'] = False
                del disputed['damaged']
        if kind == 'gif' and (told.get('GIF:ImageWidth'), told.get('GIF:ImageHeight')) != (label.get('width'), label.get('height')):
            disputed['size'] = f'Pillow makes room for frames past the edge; ExifTool {told.get("GIF:ImageWidth")}x{told.get("GIF:ImageHeight")}'
        if turn in (5, 6, 7, 8) and 'width' in label:
            label['width'], label['height'] = label['height'], label['width']
        label['orientation'] = turn if turn in range(1, 9) else 1
        if turn is not None and turn not in range(1, 9):
            disputed['orientation'] = f'a value of {turn}'
        colours = {}
        if kind == 'png':
            colours = {0: 'grey', 2: 'rgb', 3: 'palette', 4: 'grey', 6: 'rgb'}
            label['colour'], label['depth'] = colours.get(told.get('PNG:ColorType')), told.get('PNG:BitDepth')
        if kind == 'jpeg':
            label['colour'], label['depth'] = {1: 'grey', 3: 'rgb', 4: 'cmyk'}.get(told.get('File:ColorComponents')), told.get('File:BitsPerSample')
        if kind == 'tiff':
            depth = str(told.get('IFD0:BitsPerSample', '')).split()
            label['colour'] = {0: 'grey', 1: 'grey', 2: 'rgb', 3: 'palette', 5: 'cmyk', 6: 'rgb'}.get(told.get('IFD0:PhotometricInterpretation'))
            label['depth'] = int(depth[0]) if depth and depth[0].isdigit() else None
        for key in ('colour', 'depth'):
            if label.get(key) is None:
                label.pop(key, None)
    label['gps'] = 'GPS:GPSLatitude' in told
    warned = str(told.get('ExifTool:Warning', told.get('ExifTool:Error', '')))
    if re.search('EXIF|IFD|offset|directory', warned) and 'after PNG IDAT' not in warned:
        disputed['orientation'] = disputed['gps'] = f'ExifTool: {warned[:60]}'


def of_archive(label, path):
    disputed = label['disputed']
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except Exception as error:
        label['damaged'] = True
        if run('unzip', '-tqq', '-P', '', path).returncode in (0, 1):
            disputed['damaged'] = f'unzip reads it, Python: {error}'[:80]
        return
    # gigabytes of zeros would be read for minutes
    vast = sum(entry.file_size for entry in entries) > 1 << 29
    tested = run('unzip', '-Z1' if vast else '-tqq', *([] if vast else ['-P', 'secret']), path, timeout=120)
    words = (tested.stdout + tested.stderr).decode('utf8', 'replace')
    label['damaged'] = False
    overlap = 'overlap' in words
    if tested.returncode in (2, 3, 9, 51) and not overlap:
        disputed['damaged'] = 'unzip: ' + (words.strip().splitlines() or ['?'])[0].replace(str(path), 'it')[:70]
    locked = any(entry.flag_bits & 1 for entry in entries)
    if label['kind'] == 'zip':
        label['members'] = len(entries)
        told = run('unzip', '-Z1', path).stdout.splitlines()
        if len(told) != len(entries) and not (not entries and tested.returncode == 1):
            disputed['members'] = disputed['unsafe'] = f'Python finds {len(entries)}, unzip {len(told)}'
        unsafe = dict(size=sum(entry.file_size for entry in entries) > 200 << 20,
                      ratio=any(entry.file_size > 10 << 20 and entry.file_size > 1000 * max(entry.compress_size, 1) for entry in entries),
                      members=len(entries) > 2000, overlap=overlap, encrypted=locked,
                      nested=any(re.search(r'\.(zip|rar|7z)$', entry.filename, re.I) for entry in entries))
        label['unsafe'] = [name for name, is_so in unsafe.items() if is_so]
    if label['kind'] == 'odf':
        with zipfile.ZipFile(path) as archive:
            if 'META-INF/manifest.xml' in archive.namelist():
                label['encrypted'] = label['password'] = b'encryption-data' in archive.read('META-INF/manifest.xml')
            else:
                disputed['kind'] = 'calls itself ODF and has no manifest'
    if label['kind'] == 'ofd':
        told = run(sys.executable, '-c', 'import sys, ofdkit; print(len(ofdkit.open(sys.argv[1]).pages))', path)
        label['pages'] = int(told.stdout) if told.stdout.strip().isdigit() else None
        if label['pages'] is None:
            with zipfile.ZipFile(path) as archive:
                document = next(name for name in archive.namelist() if name.endswith('Document.xml'))
                label['pages'] = len(re.findall(rb'<(?:\w+:)?Page\s', archive.read(document)))


def of_office(label, path):
    disputed = label['disputed']
    try:
        with path.open('rb') as source:
            file = msoffcrypto.OfficeFile(source)
            label['encrypted'] = file.is_encrypted()
            label['password'] = label['encrypted']
            if label['encrypted']:
                try:
                    # the password that Excel tries by itself
                    file.load_key(password='VelvetSweatshop')
                    file.decrypt(io.BytesIO())
                    label['password'] = False
                except Exception:
                    pass
    except Exception as error:
        if label['kind'] == 'ole':
            label['encrypted'] = label['password'] = False
        else:
            disputed['encrypted'] = disputed['password'] = f'msoffcrypto-tool: {error}'[:80]
    if label.get('password'):
        return
    try:
        parser = VBA_Parser(str(path), data=path.read_bytes())
        label['macros'] = bool(parser.detect_vba_macros())
        if not label['macros'] and parser.detect_xlm_macros():
            disputed['macros'] = 'a macro sheet of Excel 4 and no VBA'
        elif not label['macros'] and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                listed = next((name for name in archive.namelist() if name.lower() == '[content_types].xml'), None)
                if listed and re.search(b'macroEnabled|sheet.binary', archive.read(listed)):
                    disputed['macros'] = 'of a type that may hold macros, and none in it'
        parser.close()
    except Exception as error:
        disputed['macros'] = f'olevba: {type(error).__name__}'
    if label['kind'] in ('doc', 'xls', 'ppt', 'ole'):
        label['damaged'] = False


def reads(kind, path):
    """How much of a file its tool reads without a word: None where it complains."""
    if kind == 'pdf':
        count = run('qpdf', '--show-npages', path)
        return count.stdout if run('qpdf', '--check', path).returncode == 0 else None
    if kind in ('heic', 'avif'):
        return run('heif-convert', path, work / f'{path.name}.cut.png', timeout=120).returncode or 'whole'
    if kind in ('zip', 'docx', 'xlsx', 'pptx', 'odf', 'ofd'):
        return 'whole' if run('unzip', '-tqq', '-P', 'secret', path, timeout=120).returncode == 0 else None
    try:
        with Image.open(path) as image:
            for frame in range(getattr(image, 'n_frames', 1)):
                image.seek(frame)
                image.load()
            frames = getattr(image, 'n_frames', 1)
        words = run('identify', '-regard-warnings', path, timeout=60)
        return None if words.returncode or words.stderr else frames
    except Exception:
        return None


def labelled(one):
    label, data, path, mime, told = one
    label.update(sha256=hashlib.sha256(data).hexdigest(), size=len(data), disputed={})
    if not data.strip(b'\0'):
        label['kind'] = 'unknown'
        if data:
            label['damaged'] = True
        return label
    label['kind'] = kind = kind_of(label, path, mime)
    try:
        if kind == 'pdf':
            of_pdf(label, path)
        elif kind in ('jpeg', 'png', 'gif', 'webp', 'tiff', 'bmp', 'heic', 'avif'):
            of_picture(label, path, told)
        elif kind in ('zip', 'docx', 'xlsx', 'pptx', 'odf', 'ofd'):
            of_archive(label, path)
        if kind in ('docx', 'xlsx', 'pptx', 'doc', 'xls', 'ppt', 'ole'):
            of_office(label, path)
        if kind in ('rtf', 'unknown', 'exe'):
            label['damaged'] = False
        if kind in ('rar', '7z'):
            tested = run('7z', 't', '-psecret', path, timeout=120)
            label['damaged'] = False
            if tested.returncode:
                label['disputed']['damaged'] = '7-Zip does not read it, or not without a password or its other parts'
        # cut to 60 % as the test does it: with enough behind its end a file stays whole
        if label.get('damaged') is False and kind not in ('rtf', 'unknown', 'exe', 'rar', '7z', 'doc', 'xls', 'ppt', 'ole'):
            cut = path.with_name('cut-' + path.name)
            cut.write_bytes(data[:len(data) * 6 // 10])
            after = reads(kind, cut)
            if after is not None and after == reads(kind, path):
                label['cut'] = 'whole'
            cut.unlink()
    except subprocess.TimeoutExpired as error:
        label['disputed']['damaged'] = f'{Path(error.cmd[0]).name} does not end'
    except Exception as error:
        print(label.get('made') or label['path'], repr(error), file=sys.stderr)
        label['disputed']['damaged'] = f'{type(error).__name__} in label.py'
    return label


if __name__ == '__main__':
    files = []
    for label, data in chosen():
        suffix = re.sub(r'[^A-Za-z0-9.]', '', Path(label.get('made') or label['path']).suffix)
        path = work / f'f{len(files):04}{suffix}'
        path.write_bytes(data)
        files.append([label, data, path])
    (work / 'list').write_text('\n'.join(str(file[2]) for file in files))
    mimes = run('file', '-b', '--mime-type', '-f', work / 'list').stdout.decode().splitlines()
    told = {Path(each['SourceFile']).name: each for each in json.loads(run('exiftool', '-j', '-n', '-G1', '-a', '-IFD0:Orientation', '-GPS:GPSLatitude', '-PNG:ColorType', '-PNG:BitDepth', '-File:ColorComponents', '-File:BitsPerSample', '-File:ImageWidth', '-File:ImageHeight', '-GIF:ImageWidth', '-GIF:ImageHeight', '-IFD0:BitsPerSample', '-IFD0:PhotometricInterpretation', '-Warning', '-Error', '-@', work / 'list').stdout)}
    with ProcessPoolExecutor(2) as pool:
        labels = list(pool.map(labelled, [(*file, mime, told.get(file[2].name, {})) for file, mime in zip(files, mimes)], chunksize=8))
    for label in labels:
        if not label['disputed']:
            del label['disputed']
    lines = [json.dumps(label, ensure_ascii=False, separators=(',', ':')) for label in labels]
    (here / 'labels.json').write_text('[\n' + ',\n'.join(lines) + '\n]\n')
    shutil.rmtree(work)
    print(len(labels), 'files:', ', '.join(f'{kind} {count}' for kind, count in Counter(label['kind'] for label in labels).most_common()))
