import type { Rendered } from "@parley/widget/fake-server";

/** Somebody's site with the snippet in it, as strict about content as a site can be. */
export function hostPage(options: {
  agentId: string;
  origin?: string;
  dark?: boolean;
  direction?: "ltr" | "rtl";
  language?: string;
  attributes?: string;
}): Rendered {
  const { agentId, origin = "", dark = false, direction = "ltr", language = "en", attributes = "" } = options;
  const colours = dark ? "background:#15161a;color:#e8e8ea" : "background:#fff;color:#222";
  const css = `html{${colours}}body{margin:0;font:16px/1.6 Georgia,serif}header{padding:20px 6vw;border-bottom:1px solid #8884;font-weight:700}main{max-width:680px;margin:8vh auto;padding:0 6vw}h1{font-size:42px;line-height:1.1}`;
  const html = `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>Kettle &amp; Chain</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><style nonce="host">${css}</style></head>
<body><header>Kettle &amp; Chain</header><main><h1>Bikes, coffee, and people who fix things.</h1>
<p>Hire a bike for a day, have yours serviced while you wait, and stay for a flat white. We are by the canal, five minutes from the station.</p>
<p><a href="#hire" id="link">Hire a bike</a></p>${"<p>Our mechanics have been at it since 1998. They repair city bikes, e-bikes and the odd wheelbarrow, and they tell you the price before they start.</p>".repeat(6)}</main>
<script nonce="host" async src="${origin}/widget.js" data-agent="${agentId}" ${attributes}></script></body></html>`;
  const policy = `default-src 'none'; script-src 'nonce-host'; style-src 'nonce-host'; connect-src ${origin || "'self'"}; frame-src ${origin || "'self'"}; img-src data:; require-trusted-types-for 'script'`;
  return { html, headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy } };
}
