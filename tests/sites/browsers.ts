/** How a browser is told to find the replicas under the sites' own names. */

const MAPPED = ["x.com", "twitter.com", "facebook.com", "messenger.com", "linkedin.com"];

export function chromiumArgs(port: number): string[] {
  const rules = MAPPED.flatMap((name) => [`MAP ${name} 127.0.0.1:${port}`, `MAP *.${name} 127.0.0.1:${port}`]);
  return [
    `--host-resolver-rules=${rules.join(", ")}`,
    "--ignore-certificate-errors",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
}

/** The session must also accept insecure certificates (`acceptInsecureCerts`). */
export function firefoxPrefs(port: number): Record<string, string | number | boolean> {
  return {
    "network.dns.forceResolve": "127.0.0.1",
    "network.socket.forcePort": `443=${port}`,
    "network.stricttransportsecurity.preloadlist": false,
    "security.cert_pinning.enforcement_level": 0,
    "network.http.http3.enable": false,
  };
}
