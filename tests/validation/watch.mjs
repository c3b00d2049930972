// Looks at a watched dossier while it is edited: the browser follows by itself.
//
// Reads from standard input {modules, chromium, address, steps: [{path, text, shows, hides, at}]}:
// each step writes `text` into the file `path`, then waits until the page shows `shows`, within the
// element whose id is `at` if there is one, and no longer `hides`. Prints {steps: [{took, page}],
// refused, scripts}: the milliseconds that each took, the title of the page after it, what the
// policy of the page refused, and whether a script other than ours would run.

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const order = JSON.parse(readFileSync(0, "utf8"));
const require = createRequire(join(order.modules, "from-here.js"));
const { chromium } = require("playwright-core");
const PATIENCE = 20_000;

const browser = await chromium.launch({
  executablePath: order.chromium,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const told = { steps: [], refused: [], scripts: false };
const errors = [];
try {
  const page = await browser.newPage({ locale: "fr-FR" });
  page.on("console", (said) => {
    if (said.type() === "error") errors.push(said.text());
  });
  await page.goto(order.address);
  await page.waitForLoadState("networkidle", { timeout: 1000 }).catch(() => {}); // a stream is open
  for (const step of order.steps) {
    const began = performance.now();
    writeFileSync(`${step.path}~`, step.text);
    renameSync(`${step.path}~`, step.path); // as editors save
    await shown(page, step);
    told.steps.push({ took: performance.now() - began, title: await page.title() });
  }
  told.refused = [...errors];
  told.scripts = await page.evaluate(runsOthers);
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(told));

// `waitForFunction` needs a policy that lets the page evaluate text.
async function shown(page, step) {
  const last = performance.now() + PATIENCE;
  while (!(await page.evaluate(isShown, step).catch(() => false))) {
    if (performance.now() > last) {
      const text = await page.evaluate(() => document.body.innerText.slice(0, 600));
      throw new Error(`not shown: ${JSON.stringify({ ...step, text: undefined })}: ${text}`);
    }
    await new Promise((go) => setTimeout(go, 5));
  }
}

// Runs in the page.
function isShown({ shows, hides, at }) {
  if (document.readyState !== "complete") return false;
  const place = at ? document.getElementById(at) : document.body;
  const whole = document.body.textContent;
  return !!place && place.textContent.includes(shows) && !(hides && whole.includes(hides));
}

function runsOthers() {
  const script = document.createElement("script");
  script.textContent = "globalThis.ran = true";
  document.body.append(script);
  return globalThis.ran === true;
}
