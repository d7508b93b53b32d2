# Makes made/ anew: small files whose kind, pages, locks and faults are known, each by a tool that is not ours. Files
# carry dates and random keys, so a new run gives other bytes: run label.py after it. Wants Debian's qpdf, imagemagick,
# libimage-exiftool-perl, libheif-examples, libavif-bin, webp, libtiff-tools, zip, p7zip-full, libreoffice-writer, -calc,
# -impress, python3-uno, and from PyPI reportlab, pikepdf, pyhanko, msoffcrypto-tool and easyofd. What made the files that
# are there: qpdf 11.3.0, ImageMagick 6.9.11-60, ExifTool 12.57, libheif 1.15.1, avifenc 0.11.1, libwebp 1.2.4, libtiff
# 4.5.0, Info-ZIP zip 3.0, 7-Zip 26.02 (p7zip), LibreOffice 7.4.7, reportlab 5.1.0, pikepdf 10.18.0, pyHanko 0.38.0,
# msoffcrypto-tool 6.1.0, easyofd 20260427.
# `python make.py`, or `python make.py pdf pictures` for some of the parts.
import io
import os
import subprocess
import sys
import tempfile
import warnings
import zipfile
from pathlib import Path

made = Path(__file__).resolve().parent / 'made'
work = Path(tempfile.mkdtemp())
# Debian's own programs before a stand-in of the same name
os.environ['PATH'] = '/usr/bin:' + os.environ['PATH']
run = lambda *words, **more: subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)


def qpdf(*words):
    run('qpdf', '--deterministic-id' if '--encrypt' not in words else '--static-id', *words)


def page_texts(path, texts, **more):
    from reportlab.pdfgen.canvas import Canvas
    canvas = Canvas(str(path), pagesize=(300, 200), invariant=1, **more)
    for text in texts:
        if text:
            canvas.drawString(20, 100, text)
        canvas.showPage()
    canvas.save()


def pdf():
    import pikepdf
    from pikepdf import Array, Dictionary, Name, Stream, String
    base = made / 'base.pdf'
    page_texts(base, ['Application form, page 1', 'Application form, page 2', 'Application form, page 3'])
    page_texts(made / 'blank-2.pdf', ['Page 1', '', 'Page 3'])
    page_texts(made / 'blank-all.pdf', ['', ''])
    page_texts(made / 'plain-streams.pdf', ['Uncompressed'], pageCompression=0)
    bits = {'rc4-40': ['40'], 'rc4-128': ['128', '--use-aes=n'], 'aes-128': ['128', '--use-aes=y'], 'aes-256-r5': ['256', '--force-R5'], 'aes-256-r6': ['256']}
    for name, how in bits.items():
        weak = ['--allow-weak-crypto']
        for lock, user in (('open', ''), ('password', 'secret')):
            for objects in ('disable', 'generate'):
                target = made / f'lock-{name}-{lock}{"-objects" if objects == "generate" else ""}.pdf'
                qpdf(*weak, base, f'--object-streams={objects}', '--encrypt', user, 'owner', *how, '--', target)
    qpdf('--allow-weak-crypto', base, '--encrypt', '', 'owner', '128', '--use-aes=y', '--cleartext-metadata', '--', made / 'lock-aes-128-open-metadata.pdf')
    qpdf('--allow-weak-crypto', base, '--encrypt', '', '', '128', '--use-aes=n', '--print=none', '--modify=none', '--', made / 'lock-rc4-128-both-empty.pdf')
    qpdf(base, '--encrypt', '密码', 'owner', '256', '--', made / 'lock-aes-256-password-chinese.pdf')
    qpdf(base, '--linearize', made / 'linearized.pdf')
    qpdf(base, '--linearize', '--object-streams=generate', made / 'linearized-objects.pdf')
    qpdf('--qdf', base, made / 'qdf.pdf')
    qpdf(base, '--object-streams=generate', made / 'objects.pdf')
    qpdf('--empty', '--pages', base, '1', base, '3', '--', made / 'picked.pdf')
    (work / 'note.txt').write_text('a note')
    qpdf(base, '--add-attachment', work / 'note.txt', '--mimetype=text/plain', '--', made / 'attachment.pdf')
    qpdf(made / 'attachment.pdf', '--object-streams=generate', made / 'attachment-objects.pdf')

    def changed(name, change, source=base, **how):
        with pikepdf.open(source) as file:
            change(file)
            file.save(made / name, **{'static_id' if 'encryption' in how else 'deterministic_id': True}, **how)

    objects = dict(object_stream_mode=pikepdf.ObjectStreamMode.generate)
    script = lambda: Dictionary(S=Name.JavaScript, JS=String('app.alert("hello")'))
    changed('script-open.pdf', lambda file: file.Root.__setattr__('OpenAction', file.make_indirect(script())))
    changed('script-open-objects.pdf', lambda file: file.Root.__setattr__('OpenAction', file.make_indirect(script())), **objects)
    changed('script-names-objects.pdf', lambda file: file.Root.__setattr__('Names', file.make_indirect(Dictionary(JavaScript=Dictionary(Names=Array([String('a'), file.make_indirect(script())]))))), **objects)
    changed('script-page.pdf', lambda file: file.pages[1].obj.__setattr__('AA', Dictionary(O=script())))
    changed('script-locked.pdf', lambda file: file.Root.__setattr__('OpenAction', script()), encryption=pikepdf.Encryption(user='', owner='owner', R=6), **objects)
    changed('launch.pdf', lambda file: file.Root.__setattr__('OpenAction', Dictionary(S=Name.Launch, F=String('note.txt'))))
    changed('launch-link-objects.pdf', lambda file: file.pages[0].obj.__setattr__('Annots', Array([file.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 50, 50], A=file.make_indirect(Dictionary(S=Name.Launch, F=String('note.txt')))))])), **objects)
    changed('media.pdf', lambda file: file.pages[0].obj.__setattr__('Annots', Array([file.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=[0, 0, 50, 50], RichMediaContent=Dictionary()))])))
    xdp = b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.0/"/></xdp:xdp>'
    changed('xfa.pdf', lambda file: file.Root.__setattr__('AcroForm', Dictionary(Fields=Array([]), XFA=Stream(file, xdp))))
    changed('xfa-objects.pdf', lambda file: file.Root.__setattr__('AcroForm', file.make_indirect(Dictionary(Fields=Array([]), XFA=Array([String('template'), Stream(file, xdp)])))), **objects)
    # a name written with #xx, as those who hide a script write it; qpdf's fix-qdf makes the offsets right again
    qpdf('--qdf', '--object-streams=disable', made / 'script-open.pdf', work / 'qdf.pdf')
    hidden = (work / 'qdf.pdf').read_bytes().replace(b'/S /JavaScript', b'/S /J#61vaScr#69pt').replace(b'/JS ', b'/#4aS ')
    (made / 'script-hidden.pdf').write_bytes(subprocess.run(['fix-qdf'], input=hidden, capture_output=True, check=True).stdout)
    # a text that only looks like a script
    page_texts(made / 'script-not.pdf', ['/S /JavaScript /JS (alert)'], pageCompression=0)

    def tree(file):
        pages = [file.make_indirect(page.obj) for page in list(file.pages)]
        nodes = []
        for start in range(0, len(pages), 5):
            node = file.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(pages[start:start + 5]), Count=len(pages[start:start + 5])))
            for page in pages[start:start + 5]:
                page.Parent = node
            nodes.append(node)
        top = file.Root.Pages
        top.Kids, top.Count = Array(nodes), len(pages)
        for node in nodes:
            node.Parent = top
    page_texts(work / 'forty.pdf', [f'Page {n}' for n in range(1, 41)])
    changed('tree.pdf', tree, work / 'forty.pdf', **objects)
    # as mail and web servers leave them: bytes before the head, a page of HTML after the end, zeros after the end
    whole = base.read_bytes()
    (made / 'lead.pdf').write_bytes(b'\xef\xbb\xbf\r\n\r\n' + whole)
    (made / 'tail-html.pdf').write_bytes(whole + b'\n<html><body>downloaded</body></html>\n' * 3)
    (made / 'tail-zeros.pdf').write_bytes(whole + bytes(3000))
    (made / 'crlf-end.pdf').write_bytes(whole.replace(b'%%EOF\n', b'%%EOF\r\n\r\n'))
    # a download that broke off and was kept at its full length
    (made / 'half-zeros.pdf').write_bytes(whole[:len(whole) // 2] + bytes(len(whole) - len(whole) // 2))
    # scans: pictures alone, as a scanner saves them
    lines = ['-size', '160x220', 'xc:white', '-fill', 'black', '-draw', 'rectangle 20,30 140,36 rectangle 20,50 120,56']
    run('convert', *lines, '-quality', '30', work / 'scan.jpg')
    run('convert', *lines, '-colorspace', 'Gray', '-threshold', '60%', '-compress', 'Group4', work / 'fax.tiff')
    run('tiffcp', work / 'fax.tiff', work / 'fax.tiff', work / 'fax-2.tiff')
    run('tiff2pdf', '-o', made / 'scan-fax.pdf', work / 'fax-2.tiff')
    run('convert', *lines, '-depth', '8', '-type', 'TrueColor', '-compress', 'None', work / 'zip.tiff')
    run('tiff2pdf', '-z', '-o', made / 'scan-zip.pdf', work / 'zip.tiff')
    from reportlab.pdfgen.canvas import Canvas
    canvas = Canvas(str(made / 'scan-jpeg.pdf'), pagesize=(160, 220), invariant=1)
    for _ in range(2):
        canvas.drawImage(str(work / 'scan.jpg'), 0, 0)
        canvas.showPage()
    canvas.save()


def signed():
    from pyhanko.pdf_utils.generic import ArrayObject, NameObject, NumberObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers
    run('openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '36500', '-subj', '/CN=Corpus', '-keyout', work / 'key.pem', '-out', work / 'cert.pem')
    signer = signers.SimpleSigner.load(str(work / 'key.pem'), str(work / 'cert.pem'))

    def sign(source, field, target, **more):
        writer = IncrementalPdfFileWriter(io.BytesIO(source.read_bytes()), strict=False)
        if more.pop('unlock', None):
            writer.encrypt('owner')
        out = signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name=field, md_algorithm='sha256', **more), signer=signer, bytes_reserved=2600)
        target.write_bytes(out.getvalue())
    base = made / 'base.pdf'
    sign(base, 'Applicant', made / 'signed.pdf')
    sign(made / 'signed.pdf', 'Witness', made / 'signed-twice.pdf')
    sign(made / 'objects.pdf', 'Applicant', made / 'signed-objects.pdf')
    sign(base, 'Author', made / 'signed-certified.pdf', certify=True)
    sign(made / 'lock-aes-256-r6-open.pdf', 'Applicant', made / 'signed-locked.pdf', unlock=True)
    writer = IncrementalPdfFileWriter(io.BytesIO(base.read_bytes()))
    fields.append_signature_field(writer, fields.SigFieldSpec('Empty', box=(10, 10, 60, 40)))
    fields.append_signature_field(writer, fields.SigFieldSpec('Second', box=(70, 10, 120, 40)))
    writer.write((made / 'field-empty.pdf').open('wb'))
    sign(made / 'field-empty.pdf', 'Second', made / 'field-one-signed.pdf')
    # an incremental save that takes pages away, and one that only adds a title: the older page tree stays in the file
    writer = IncrementalPdfFileWriter(io.BytesIO(base.read_bytes()))
    pages = writer.root['/Pages']
    pages[NameObject('/Kids')] = ArrayObject([pages['/Kids'].raw_get(0)])
    pages[NameObject('/Count')] = NumberObject(1)
    writer.mark_update(writer.root.raw_get('/Pages'))
    writer.write((made / 'incremental-fewer.pdf').open('wb'))
    writer = IncrementalPdfFileWriter(io.BytesIO((made / 'objects.pdf').read_bytes()))
    writer.update_root()
    writer.write((made / 'incremental-objects.pdf').open('wb'))


def pictures():
    picture = ['-size', '61x40', 'gradient:navy-orange', '-depth', '8', '-fill', 'white', '-draw', 'rectangle 4,4 20,12']
    convert = lambda name, *how: run('convert', *picture, *how, made / name)
    convert('plain.jpg', '-quality', '60')
    convert('grey.jpg', '-colorspace', 'Gray', '-quality', '60')
    convert('cmyk.jpg', '-colorspace', 'CMYK', '-quality', '60')
    convert('progressive.jpg', '-interlace', 'JPEG', '-quality', '60')
    plain = made / 'plain.jpg'
    tool = lambda target, source, *words: run('exiftool', '-q', '-m', '-n', *words, '-o', target, source)
    place = ['-GPSLatitude=39.9', '-GPSLatitudeRef=N', '-GPSLongitude=116.4', '-GPSLongitudeRef=E']
    for path in made.glob('*'):
        if path.name.startswith(('turn-', 'place.', 'thumb.', 'motion')):
            path.unlink()
    for value in range(1, 9):
        tool(made / f'turn-{value}.jpg', plain, f'-Orientation={value}', *(['-ExifByteOrder=Little-endian'] if value % 2 else ['-ExifByteOrder=Big-endian']))
    tool(made / 'place.jpg', plain, *place)
    tool(made / 'turn-6-place.jpg', plain, '-Orientation=6', '-Make=Corpus', '-Model=One', *place)
    run('convert', *picture, '-resize', '50%', work / 'thumb.jpg')
    tool(made / 'thumb.jpg', plain, '-Make=Corpus', f'-ThumbnailImage<={work / "thumb.jpg"}')
    # a phone's live photo: a film after the picture's end
    (made / 'motion.jpg').write_bytes((made / 'turn-6-place.jpg').read_bytes() + b'\0\0\0\x18ftypmp42\0\0\0\0mp42isom' + b'\0\0\0\x08free' * 20)
    convert('eight.png')
    convert('sixteen.png', '-depth', '16', '-define', 'png:bit-depth=16', '-define', 'png:color-type=2')
    convert('interlaced.png', '-interlace', 'PNG')
    convert('grey.png', '-colorspace', 'Gray')
    convert('palette.png', '-colors', '8', '-define', 'png:color-type=3')
    convert('one-bit.png', '-monochrome', '-define', 'png:bit-depth=1')
    convert('alpha.png', '-alpha', 'set', '-channel', 'A', '-evaluate', 'set', '50%')
    tool(made / 'turn-8.png', made / 'eight.png', '-Orientation=8')
    tool(made / 'place.png', made / 'eight.png', *place)
    convert('three.bmp', '-type', 'TrueColor')
    convert('os2.bmp', '-define', 'bmp:format=bmp2', '-type', 'TrueColor')
    run('convert', *picture, '-colors', '16', 'BMP2:' + str(made / 'os2-palette.bmp'))
    run('convert', *picture, '-type', 'TrueColor', 'BMP2:' + str(made / 'os2.bmp'))
    run('convert', *picture, '-colors', '16', '-compress', 'RLE', 'BMP3:' + str(made / 'rle.bmp'))
    convert('one-bit.bmp', '-monochrome')
    convert('strips.tiff', '-compress', 'LZW')
    convert('zip.tiff', '-compress', 'Zip', '-endian', 'MSB')
    convert('cmyk.tiff', '-colorspace', 'CMYK', '-compress', 'LZW')
    convert('fax.tiff', '-monochrome', '-compress', 'Group4')
    run('tiffcp', '-t', '-w', '16', '-l', '16', made / 'strips.tiff', made / 'tiled.tiff')
    run('tiffcp', '-8', made / 'strips.tiff', made / 'big.tiff')
    run('tiffcp', '-8', '-B', '-t', '-w', '16', '-l', '16', made / 'strips.tiff', made / 'big-tiled-msb.tiff')
    run('tiffcp', made / 'fax.tiff', made / 'strips.tiff', made / 'fax.tiff', made / 'pages-3.tiff')
    tool(made / 'turn-6.tiff', made / 'strips.tiff', '-Orientation=6', *place)
    run('convert', '-size', '30x20', 'xc:red', 'xc:green', 'xc:blue', '-loop', '0', '-delay', '20', made / 'frames.gif')
    convert('plain.gif')
    for colour in ('red', 'blue'):
        run('convert', '-size', '30x21', 'xc:' + colour, work / f'{colour}.png')
    run('cwebp', '-q', '60', made / 'eight.png', '-o', made / 'lossy.webp')
    run('cwebp', '-lossless', made / 'eight.png', '-o', made / 'lossless.webp')
    run('cwebp', made / 'alpha.png', '-o', made / 'alpha.webp')
    run('img2webp', '-d', '50', work / 'red.png', work / 'blue.png', '-o', made / 'frames.webp')
    run('exiftool', '-q', '-b', '-Exif', '-w', work / '%f.exif', made / 'turn-6-place.jpg')
    run('webpmux', '-set', 'exif', work / 'turn-6-place.exif', made / 'lossy.webp', '-o', made / 'turn-6.webp')
    run('heif-enc', '-q', '40', made / 'eight.png', '-o', made / 'plain.heic')
    run('heif-enc', '-q', '40', '-t', '16', made / 'eight.png', '-o', made / 'thumb.heic')
    run('heif-enc', '-q', '40', made / 'turn-6-place.jpg', '-o', made / 'turn-6-place.heic')
    run('heif-enc', '-q', '40', made / 'plain.jpg', work / 'red.png', '-o', made / 'two.heic')
    tool(made / 'place.heic', made / 'plain.heic', *place)
    for name, how in (('plain', []), ('plain-rav1e', ['-c', 'rav1e']), ('turn-irot', ['--irot', '1']), ('turn-imir', ['--irot', '3', '--imir', '0']), ('clap', ['-y', '444', '--clap', '41,1,20,1,0,1,0,1']), ('clap-irot', ['-y', '444', '--clap', '41,1,20,1,0,1,0,1', '--irot', '1']), ('ten-bit', ['-d', '10'])):
        run('avifenc', '-s', '8', '--min', '40', '--max', '50', *how, made / 'eight.png', made / f'{name}.avif')
    run('avifenc', '-s', '8', '--min', '40', '--max', '50', work / 'red.png', work / 'blue.png', made / 'frames.avif')


OFFICE = '''
import sys, time, uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
work, made = sys.argv[1:]
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
for _ in range(60):
    try:
        context = resolver.resolve('uno:pipe,name=corpus;urp;StarOffice.ComponentContext')
        break
    except NoConnectException:
        time.sleep(1)
desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
def values(**words):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in words.items())
def write(module, fill, targets):
    file = desktop.loadComponentFromURL('private:factory/' + module, '_blank', 0, values(Hidden=True))
    fill(file)
    for name, filter, password in targets:
        more = dict(Password=password) if password else {}
        if password and 'MS ' in filter:
            from com.sun.star.beans import NamedValue
            more = dict(EncryptionData=uno.Any('[]com.sun.star.beans.NamedValue', (NamedValue('OOXPassword', password), NamedValue('CryptoType', 'Standard')))) if '2007' in filter else more
        file.storeToURL('file://' + made + '/' + name, values(FilterName=filter, **more))
    file.close(True)
def text(file):
    file.Text.setString('Application form')
def sheet(file):
    file.Sheets.getByIndex(0).getCellByPosition(0, 0).setString('Application form')
def slide(file):
    file.DrawPages.insertNewByIndex(1)
write('swriter', text, [('office.doc', 'MS Word 97', ''), ('office.docx', 'MS Word 2007 XML', ''), ('office.odt', 'writer8', ''), ('office.rtf', 'Rich Text Format', ''), ('office.pdf', 'writer_pdf_Export', ''),
  ('locked.doc', 'MS Word 97', 'secret'), ('locked-lo.docx', 'MS Word 2007 XML', 'secret'), ('locked.odt', 'writer8', 'secret')])
write('scalc', sheet, [('office.xls', 'MS Excel 97', ''), ('office.xlsx', 'Calc MS Excel 2007 XML', ''), ('office.ods', 'calc8', ''), ('locked.xls', 'MS Excel 97', 'secret'), ('locked-lo.xlsx', 'Calc MS Excel 2007 XML', 'secret')])
write('simpress', slide, [('office.pptx', 'Impress MS PowerPoint 2007 XML', ''), ('office.odp', 'impress8', '')])
try:
    desktop.terminate()
except Exception:
    pass
'''


def office():
    from msoffcrypto.format.ooxml import OOXMLFile
    (work / 'office.py').write_text(OFFICE)
    host = subprocess.Popen(['soffice', '--headless', '--norestore', '--accept=pipe,name=corpus;urp;', f'-env:UserInstallation=file://{work}/profile'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # the bridge may crash as it closes, with every file written
    subprocess.run(['/usr/bin/python3', work / 'office.py', work, made])
    host.wait()
    for name in ('office.docx', 'office.xlsx'):
        with (made / name).open('rb') as source, (made / name.replace('office', 'locked')).open('wb') as target:
            OOXMLFile(source).encrypt('secret', target)


def ofd():
    from easyofd.ofd import OFD
    page_texts(work / 'one.pdf', ['One page'])
    for name, source in (('pages-1', work / 'one.pdf'), ('pages-3', made / 'base.pdf')):
        for text in (False, True):
            # it leaves its own files where it stands, and stumbles over them the next time
            os.chdir(tempfile.mkdtemp(dir=work))
            (made / (name + '-text' * text + '.ofd')).write_bytes(OFD().pdf2ofd(source.read_bytes(), optional_text=text))


def archives():
    warnings.simplefilter('ignore')
    (work / 'a.txt').write_text('a note\n' * 9)
    (work / 'b.txt').write_text('another note\n' * 9)
    for path in made.iterdir():
        if path.suffix in ('.zip', '.7z'):
            path.unlink()
    run('zip', '-j', made / 'plain.zip', work / 'a.txt', work / 'b.txt')
    run('zip', '-j', '-P', 'secret', made / 'locked.zip', work / 'a.txt')
    run('zip', '-j', '-fz', made / 'zip64.zip', work / 'a.txt')
    subprocess.run(['zip', '-', '-'], input=b'streamed\n' * 9, stdout=(made / 'streamed.zip').open('wb'), check=True, stderr=subprocess.DEVNULL)
    run('7z', 'a', '-psecret', '-mem=AES256', made / 'locked-aes.zip', work / 'a.txt')
    run('7z', 'a', made / 'plain.7z', work / 'a.txt')
    run('7z', 'a', '-psecret', '-mhe=on', made / 'locked.7z', work / 'a.txt')
    run('7z', 'a', '-mm=LZMA', made / 'lzma.zip', work / 'a.txt')

    def pack(name, members, how=zipfile.ZIP_DEFLATED):
        with zipfile.ZipFile(made / name, 'w', how, compresslevel=9) as file:
            for member, data in members:
                file.writestr(zipfile.ZipInfo(member), data, how)
    pack('bomb-ratio.zip', [('a', bytes(11 << 20))])
    pack('bomb-size.zip', [(str(n), bytes(60 << 20)) for n in range(4)], zipfile.ZIP_BZIP2)
    pack('near-bomb.zip', [('a', bytes(3 << 20))])
    pack('members-2001.zip', [(f'{n:x}', b'') for n in range(2001)], zipfile.ZIP_STORED)
    pack('nested.zip', [('plain.zip', (made / 'plain.zip').read_bytes())], zipfile.ZIP_STORED)
    pack('nested-deflated.zip', [('x/plain.zip', (made / 'plain.zip').read_bytes()), ('read.me', b'x')])
    pack('chinese.zip', [('申请表.txt', '申请表'.encode())])
    pack('empty.zip', [])
    pack('folders.zip', [('docs/', b''), ('docs/word/', b''), ('docs/word/a.txt', b'a')])
    pack('not-word.zip', [('word.txt', b'a'), ('notes/word/document.xml', b'<a/>')])
    # two names for the same bytes, as the overlapping bombs have them
    plain = bytearray((made / 'plain.zip').read_bytes())
    second = plain.rindex(b'PK\1\2')
    plain[second + 42:second + 46] = plain[plain.index(b'PK\1\2') + 42:plain.index(b'PK\1\2') + 46]
    (made / 'overlap.zip').write_bytes(plain)
    # a self-extracting head before the first member
    (made / 'lead.zip').write_bytes(b'#!/bin/sh\nexit\n' + (made / 'plain.zip').read_bytes())
    (made / 'zeros.pdf').write_bytes(bytes(2048))
    (made / 'zeros.jpg').write_bytes(bytes(700))
    (made / 'empty.docx').write_bytes(b'')
    (made / 'text.txt').write_text('PDF, PK and GIF are words in this text, no more.\n')
    (made / 'page.doc').write_text('<html><body>A web page saved as .doc</body></html>\n')
    (made / 'bm.txt').write_text('BM is how this text begins, and it is no picture at all.\n' * 2)


parts = dict(pdf=pdf, signed=signed, pictures=pictures, office=office, ofd=ofd, archives=archives)
for name in sys.argv[1:] or parts:
    parts[name]()
print(f'{len(list(made.iterdir()))} files, {sum(path.stat().st_size for path in made.iterdir())} bytes')
