"""Pages that are set, blurred, lit and exposed, as raw pixels for tests/bench/pictures.mjs. Needs Pillow, numpy, Noto Sans CJK."""
import io, json, os, sys
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'
TEXT = '政务服务事项申请表申请人姓名公民身份号码住址联系电话本人承诺所提交材料真实有效营业执照统一社会信用代码法定代表人经营范围注册资本成立日期登记机关办理时限受理条件'
out, rows, chance = sys.argv[1], [], np.random.default_rng(7)


def page(px, lines=None, fill=1.0, ground=250, ink=30, size=(2480, 3508), margin=200):
    sheet, (width, height) = Image.new('L', size, ground), size
    draw, font, y, row = ImageDraw.Draw(sheet), ImageFont.truetype(FONT, px), margin, 0
    while y < height - margin and (lines is None or row < lines):
        text = ''
        while len(text) * px < (width - 2 * margin) * fill:
            text += TEXT[(row * 7 + 7 + len(text) * 3) % len(TEXT)]
        draw.text((margin, y), text, font=font, fill=ink)
        y, row = y + int(px * 1.8), row + 1
    return sheet


def noisy(image, noise):
    values = np.asarray(image).astype(float)
    return Image.fromarray(np.clip(values + chance.normal(0, noise, values.shape), 0, 255).astype('uint8'))


def photo(image, gain=1.0, offset=0.0, light=0.25, noise=3):
    """A sheet photographed: uneven light, the noise of a sensor."""
    values = np.asarray(image).astype(float)
    height, width = values.shape
    lit = 1 - light * np.linspace(0, 1, width)[None, :] * np.linspace(0.3, 1, height)[:, None]
    values = values * lit * gain + offset
    return Image.fromarray(np.clip(values + chance.normal(0, noise, values.shape), 0, 255).astype('uint8'))


def blurred(image, sigma):
    return image.filter(ImageFilter.GaussianBlur(sigma)) if sigma else image


def jpeg(image, quality=85):
    file = io.BytesIO()
    image.save(file, 'JPEG', quality=quality)
    return Image.open(file)


def row(name, image):
    image = image.convert('RGBA')
    scale = min(1, 512 / max(image.size))
    image = image.resize([max(1, round(side * scale)) for side in image.size], Image.Resampling.BOX)
    with open(f'{out}/{len(rows)}.rgba', 'wb') as file:
        file.write(image.tobytes())
    rows.append([name, *image.size])


os.makedirs(out, exist_ok=True)
for px, sigmas in ((44, (0, 6, 8, 10)), (28, (0, 5, 6)), (80, (8, 10))):
    for sigma in sigmas:
        row(f'A4 at 300 dpi, text {px} px, photo, blur σ {sigma}', jpeg(photo(blurred(page(px), sigma))))
for name, sheet in (('white form, 6 half lines of 40 px', page(40, 6, 0.5)), ('one short line of 36 px', page(36, 1, 0.2))):
    for sigma in (0, 8):
        row(f'{name}, blur σ {sigma}', noisy(blurred(sheet, sigma), 1))
for gain, sigma in ((0.3, 0), (0.3, 10), (0.12, 0)):
    row(f'dark photo, gain {gain}, text 44 px, blur σ {sigma}', photo(blurred(page(44), sigma), gain=gain, noise=4))
row('bright photo, +180, text 44 px, blur σ 0', photo(page(44), offset=180))
row('burnt out: grey text, gain 1.25', photo(page(44, ground=255, ink=200), gain=1.25, light=0.05, noise=1))
row('scanned form, mostly white, 255', page(40, 6, 0.5, ground=255, ink=20))
row('blank scan, noise 6', noisy(Image.new('L', (2480, 3508), 248), 6))
row('blank sheet, photo', photo(Image.new('L', (2480, 3508), 248)))
row('blank sheet, photo, 600×800', photo(Image.new('L', (600, 800), 248)))
sheet = Image.new('L', (2480, 3508), 250)
ImageDraw.Draw(sheet).line([(1500, 2900), (1600, 2850), (1700, 2930), (1800, 2860), (2000, 2900)], fill=200, width=4)
row('pale pencil signature (200, 4 px)', noisy(sheet, 1))
sheet = Image.new('L', (2480, 3508), 250)
ImageDraw.Draw(sheet).text((1200, 3400), '1', font=ImageFont.truetype(FONT, 36), fill=30)
row('a page number alone', noisy(sheet, 1))
sheet = Image.new('RGB', (2480, 3508), (250, 250, 250))
ImageDraw.Draw(sheet).ellipse([1500, 2600, 2000, 3100], outline=(220, 40, 40), width=16)
row('a red seal alone', noisy(sheet, 1))
row('black', Image.new('L', (1200, 900), 3))
json.dump(rows, open(f'{out}/rows.json', 'w'))
