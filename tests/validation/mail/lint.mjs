// Prints what caniemail.com knows of the HTML pages named, by page: feature → client → support.
//   node lint.mjs NODE_MODULES CLIENT,CLIENT page.html…
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, clients, ...pages] = process.argv.slice(2);
const entry = path.join(path.resolve(modules), 'caniemail/dist/index.js');
const { caniemail } = await import(pathToFileURL(entry));

const told = {};
for (const page of pages) {
  const html = fs.readFileSync(page, 'utf8');
  const { issues } = caniemail({ clients: clients.split(','), html });
  const found = (told[page] = {});
  for (const held of [issues.errors, issues.warnings])
    for (const [client, list] of held)
      for (const { title, support, notes } of list)
        (found[title] ??= {})[client] = [support, ...notes].join(' ');
}
console.log(JSON.stringify(told));
