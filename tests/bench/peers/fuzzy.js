// fuzzy.js DIRECTORY: npm's fuse.js and fuzzysort with their own defaults, the list prepared beforehand.
const fs = require("fs"), path = require("path");
const work = process.argv[2];
const { createRequire } = require("module");
const from = createRequire(path.join(work, "package.json"));
const read = (file) =>
  fs.readFileSync(path.join(work, file), "utf8").trim().split("\n").map((line) => line.split("\t"));
const names = read("names.tsv").map(([id, name]) => ({ id, name }));
const queries = read("queries.tsv");

function measure(file, search) {
  const lines = queries.map(([, query]) => {
    const start = process.hrtime.bigint();
    const found = search(query);
    const micros = Number(process.hrtime.bigint() - start) / 1000;
    return [micros.toFixed(1), ...[...new Set(found)].slice(0, 10)].join("\t");
  });
  fs.writeFileSync(path.join(work, file), lines.join("\n") + "\n");
}

const fuzzysort = from("fuzzysort");
const targets = names.map(({ id, name }) => ({ id, prepared: fuzzysort.prepare(name) }));
measure("fuzzysort.tsv", (query) =>
  fuzzysort.go(query, targets, { key: "prepared", limit: 40 }).map((r) => r.obj.id));

const Fuse = from("fuse.js");
const fuse = new (Fuse.default || Fuse)(names, { keys: ["name"] });
measure("fuse.tsv", (query) => fuse.search(query, { limit: 40 }).map((r) => r.item.id));
