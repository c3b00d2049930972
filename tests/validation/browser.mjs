// Looks at pages as their readers would: axe-core, the width of a phone, the keyboard, pictures.
//
// Reads from standard input {modules, chromium, pages: {name: path}, pictures: [{name, page, width,
// scheme, path}]}, and prints {name: {axe: {"360 light": [...]}, overflow: {"320": [...]}, walk}}.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const order = JSON.parse(readFileSync(0, "utf8"));
const require = createRequire(join(order.modules, "from-here.js"));
const { chromium } = require("playwright-core");
const axe = require("axe-core").source;

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WIDTHS = [360, 768, 1280];
const SCHEMES = ["light", "dark"];
const NARROWEST = 320; // WCAG 2.2, success criterion 1.4.10
const TABS = 20_000;
const TRIPS = 25; // calls followed to their note and back, spread over the page
const TABS_IN_A_NOTE = 40;
const TALLEST = 4000;

const browser = await chromium.launch({
  executablePath: order.chromium,
  args: [
    "--disable-lcd-text",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ],
});
const told = {};
try {
  // At once: the browser mostly waits for the next frame.
  await Promise.all(
    Object.entries(order.pages).map(async ([name, path]) => {
      told[name] = await examine(path);
    }),
  );
  for (const picture of order.pictures) {
    await draw(picture);
  }
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(told));

async function examine(path) {
  const found = { axe: {}, overflow: {} };
  for (const scheme of SCHEMES) {
    await visit(path, WIDTHS[0], scheme, async (page) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        found.axe[`${width} ${scheme}`] = await violations(page);
      }
    });
  }
  await visit(path, NARROWEST, "light", async (page) => {
    for (const width of [NARROWEST, ...WIDTHS]) {
      await page.setViewportSize({ width, height: 800 });
      found.overflow[width] = await page.evaluate(tooWide);
    }
  });
  await visit(path, 1280, "light", async (page) => {
    found.walk = await walk(page);
  });
  return found;
}

async function visit(path, width, scheme, look) {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    reducedMotion: "reduce",
    locale: "fr-FR",
    offline: true,
  });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(path).href);
    await page.evaluate(() => document.fonts.ready);
    await look(page);
  } finally {
    await context.close();
  }
}

async function draw({ page: path, width, scheme, path: out }) {
  await visit(path, width, scheme, async (page) => {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width, height: Math.min(height, TALLEST) };
    await page.screenshot({ path: out, fullPage: true, clip, animations: "disabled" });
  });
}

// ---- axe-core ---------------------------------------------------------------------------------

async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async (values) => {
    const result = await globalThis.axe.run(document, {
      runOnly: { type: "tag", values },
      resultTypes: ["violations"],
    });
    return result.violations.map(({ id, help, nodes }) => ({
      rule: id,
      help,
      times: nodes.length,
      places: nodes.slice(0, 3).map((node) => `${node.target}: ${node.failureSummary}`),
    }));
  }, RULES);
}

// ---- Width ------------------------------------------------------------------------------------

// What sticks out to the right, where the page then scrolls sideways. Runs in the page.
function tooWide() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const clipped = (element) =>
    element !== document.body &&
    (getComputedStyle(element).overflowX !== "visible" || clipped(element.parentElement));
  const out = [...document.querySelectorAll("body *")].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1 && !clipped(element),
  );
  const places = out.slice(-3).map((element) => element.outerHTML.slice(0, 120));
  return [`${scrollWidth} px in ${clientWidth}`, ...places];
}

// ---- Keyboard ---------------------------------------------------------------------------------

async function walk(page) {
  await page.evaluate(installEyes);
  const calls = await page.evaluate(() => globalThis.eyes.calls().length);
  const { visited, unseen } = await tabThrough(page);
  const missed = [...Array(calls).keys()].filter((index) => !visited.has(index));
  const lost = [];
  const step = Math.max(1, Math.ceil(calls / TRIPS));
  for (let index = 0; index < calls; index += step) {
    lost.push(...(await roundTrip(page, index)));
  }
  return { calls, missed, unseen, lost };
}

// Goes through the whole page with Tab: the calls met, and what had the focus without showing it.
async function tabThrough(page) {
  const visited = new Set();
  const unseen = [];
  for (let tabs = 0; tabs < TABS; tabs += 1) {
    await page.keyboard.press("Tab");
    const { done, call, fault } = await page.evaluate(() => globalThis.eyes.look());
    if (done) return { visited, unseen };
    if (call >= 0) visited.add(call);
    if (fault) unseen.push(fault);
  }
  throw new Error("Tab never comes to the end of the page");
}

// Follows one call to its note and back, by Enter and Tab alone; returns what went wrong.
async function roundTrip(page, index) {
  const { note, call } = await page.evaluate((i) => globalThis.eyes.start(i), index);
  await page.keyboard.press("Enter");
  const arrived = await page.evaluate((id) => globalThis.eyes.at(id), note);
  if (arrived) return [`${call}: Enter doesn't show its note: ${arrived}`];
  for (let tabs = 0; tabs < TABS_IN_A_NOTE; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((id) => globalThis.eyes.onBackLink(id), note)) {
      await page.keyboard.press("Enter");
      const back = await page.evaluate((id) => globalThis.eyes.backAt(id), note);
      return back ? [`${call}: ${back}`] : [];
    }
  }
  return [`${call}: Tab doesn't lead from its note to the way back`];
}

// Defines what the walk asks of the page, in the page.
function installEyes() {
  const calls = () => [...document.querySelectorAll("sup.call a")];
  const shown = (element) => {
    const box = element.getClientRects()[0];
    if (!box) return "is not drawn";
    if (box.bottom <= 0 || box.top >= innerHeight) return "is out of view";
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
    const above = document.elementFromPoint(x, y);
    const covered = above && !element.contains(above) && !above.contains(element);
    return covered ? `is covered by ${above.outerHTML.slice(0, 60)}` : "";
  };
  const focusShown = (element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const ring = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
    if (!element.matches(":focus-visible") || !ring) return "has the focus without a mark";
    return shown(element);
  };
  const name = (element) => element.outerHTML.slice(0, 80);
  globalThis.eyes = {
    calls,
    look() {
      const element = document.activeElement;
      if (!element || element === document.body) return { done: true };
      const fault = focusShown(element);
      return { call: calls().indexOf(element), fault: fault && `${name(element)} ${fault}` };
    },
    start(index) {
      const call = calls()[index];
      call.focus();
      return { call: name(call), note: call.hash.slice(1) };
    },
    at(id) {
      return location.hash === `#${id}` ? shown(document.getElementById(id)) : location.hash;
    },
    onBackLink(id) {
      const element = document.activeElement;
      return element.matches("a.back") && document.getElementById(id).contains(element);
    },
    backAt(id) {
      const element = document.activeElement;
      const right = element.id === id.replace("note-", "appel-");
      return right ? focusShown(element) : `the way back leads to ${name(element)}`;
    },
  };
}
