// Builds var/build/ from static/: scripts, one stylesheet, one sprite of icons. `node build.mjs`
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import esbuild from "esbuild";
import { PurgeCSS } from "purgecss";

const OUT = "var/build";
const LIMIT_KB = { "app.js": 60, "app.css": 40 }; // compressed; a phone on a gym's network pays for each
const CRISPY =
  process.env.CRISPY_TEMPLATES ?? ".venv/lib/python*/site-packages/crispy_bootstrap5/templates";

// Bootstrap keeps what our pages name, what Django's widgets and crispy-forms add in Python, and
// plain elements. Its dark theme goes, tokens.css has both; so do images that are data: addresses.
const ELEMENTS = `html body main a p b u s hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd abbr address
  blockquote strong small mark sub sup code pre kbd samp figure img svg table caption thead tbody
  tfoot tr th td label button input select optgroup option textarea fieldset legend progress
  output summary iframe`.split(/\s+/);
const FORM_CLASSES = [
  /^form-(control|select|check|check-input|check-label|check-inline|label|text|range|switch)$/,
  /^(is-)?(in)?valid(-feedback)?$/,
  /^(input-group(-text)?|alert(-danger)?|btn|row|col|mb-3|visually-hidden)$/,
];
const DATA_IMAGE = /[\w-]+:[^;{}]*url\("data:[^"]*"\)[^;}]*;/g;

async function purged(path) {
  const [{ css }] = await new PurgeCSS().purge({
    css: [{ raw: readFileSync(path, "utf8").replace(DATA_IMAGE, "") }],
    content: [
      "templates/**/*.html",
      "*/{forms,templatetags}{.py,/*.py}",
      "static/js/**/*.js",
      `${CRISPY}/**/*.html`,
    ],
    safelist: [...ELEMENTS, ...FORM_CLASSES],
    blocklist: [/data-bs-theme/],
    variables: true,
  });
  return { contents: css, loader: "css" };
}

const bootstrap = {
  name: "bootstrap",
  setup: (build) => build.onLoad({ filter: /bootstrap\.css$/ }, ({ path }) => purged(path)),
};

function sprite() {
  const symbols = JSON.parse(readFileSync("static/icons.json", "utf8")).map((name) => {
    const svg = readFileSync(`node_modules/bootstrap-icons/icons/${name}.svg`, "utf8");
    const shapes = svg.replace(/^[^]*?<svg[^>]*>\s*|\s*<\/svg>\s*$/g, "").replace(/\n\s*/g, "");
    return `<symbol id="${name}" viewBox="0 0 16 16">${shapes}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
}

mkdirSync(`${OUT}/fonts`, { recursive: true });
for (const name of ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]) // of PDFs: see progress/printing.py
  copyFileSync(`node_modules/dejavu-fonts-ttf/ttf/${name}`, `${OUT}/fonts/${name}`);
writeFileSync(`${OUT}/icons.svg`, sprite());
const { metafile } = await esbuild.build({
  entryPoints: ["app.js", "chart.js", "builder.js", "curate.js", "media.js"].map((name) => `static/js/${name}`)
    .concat("static/css/app.css", "static/css/curate.css"),
  outdir: OUT,
  entryNames: "[name]",
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome123", "firefox121", "safari17.5"],
  legalComments: "eof",
  logLevel: "warning",
  metafile: true,
  plugins: [bootstrap],
});

for (const file of Object.keys(metafile.outputs)) {
  const name = file.slice(OUT.length + 1);
  const content = readFileSync(file);
  const kB = gzipSync(content, { level: 9 }).length / 1000;
  console.log(`${name} ${(content.length / 1000).toFixed(1)} kB, compressed ${kB.toFixed(1)} kB`);
  if (kB > (LIMIT_KB[name] ?? Infinity)) {
    console.error(`${name} is over its limit of ${LIMIT_KB[name]} kB compressed.`);
    process.exitCode = 1;
  }
}
