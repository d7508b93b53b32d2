// The part of WebDriver that these tests need, for engines that puppeteer does not speak to.
import { spawn } from 'node:child_process';

export async function webkit() {
  const port = 21_000 + (process.pid % 9000); // where no port is that `fetch` refuses, as it does 6000 and its neighbours
  const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', '-p', String(port)], { detached: true, stdio: 'ignore' });
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.message || value.error}`);
    return value;
  };
  const stop = () => {
    try {
      process.kill(-driver.pid);
    } catch {
      /* it has gone already */
    }
  };
  let session;
  for (let turn = 0; !session; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    try {
      session = await call('POST', '/session', { capabilities: { alwaysMatch: {} } });
    } catch (error) {
      if (turn > 80) {
        stop();
        throw error;
      }
    }
  }
  const at = `/session/${session.sessionId}`;
  await call('POST', `${at}/timeouts`, { script: 120_000, pageLoad: 60_000 });
  return {
    version: `${session.capabilities.browserName} ${session.capabilities.browserVersion}`,
    open: (address) => call('POST', `${at}/url`, { url: address }),
    /** Runs a function in the page and waits for what it promises. */
    run: async (source) => {
      const script = `const done = arguments[arguments.length - 1]; (${source})().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await call('POST', `${at}/execute/async`, { script, args: [] });
      if (error) throw new Error(error);
      return value;
    },
    size: (width, height) => call('POST', `${at}/window/rect`, { width, height }),
    close: async () => {
      await call('DELETE', at).catch(() => undefined);
      stop();
    },
  };
}
