// Prints what postal-mime or mailparser reads in a message, as one JSON document: see
// mail_parsers.py. Both give texts and attachments in order, and no tree.
//   node parsers.mjs NODE_MODULES postal-mime|mailparser < message
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, chosen] = process.argv.slice(2);
const near = createRequire(path.join(path.resolve(modules), 'x.js'));
const load = async (name) => import(pathToFileURL(near.resolve(name)));
const hex = (data) => Buffer.from(data).toString('hex');

const readers = {
  async 'postal-mime'(raw) {
    const { default: PostalMime } = await load('postal-mime');
    const found = await PostalMime.parse(raw);
    return [found, (part) => part.mimeType];
  },
  async mailparser(raw) {
    const { simpleParser } = (await load('mailparser')).default;
    const plain = { skipImageLinks: true, skipHtmlToText: true, skipTextToHtml: true };
    return [await simpleParser(raw, plain), (part) => part.contentType];
  },
};

const [found, typeOf] = await readers[chosen](fs.readFileSync(0));
const leaf = (type, name, data) => ({ type, name, content: hex(data) });
const leaves = found.attachments.map((p) => leaf(typeOf(p), p.filename ?? '', p.content));
for (const [type, text] of [['text/html', found.html], ['text/plain', found.text]])
  if (text) leaves.unshift(leaf(type, '', text));
console.log(JSON.stringify({ subject: found.subject, leaves }));
