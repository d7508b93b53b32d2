// Blink and Gecko by puppeteer, WebKit by WebDriver, behind one interface: open, run, size, close.
import puppeteer from 'puppeteer-core';
import { webkit } from './webdriver.mjs';

export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
];

async function launched(options) {
  const browser = await puppeteer.launch({ headless: true, ...options });
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  return {
    version: await browser.version(),
    page,
    errors,
    open: (address) => page.goto(address, { waitUntil: 'load' }),
    run: (source) => page.evaluate(`(${source})()`),
    size: (width, height) => page.setViewport({ width, height }),
    close: () => browser.close(),
  };
}

export const BROWSERS = {
  chromium: () => launched({ executablePath: '/usr/bin/chromium', args: QUIET }),
  firefox: () => launched({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr' }),
  webkit,
};
