import { lookup } from "node:dns";
import ipaddr from "ipaddr.js";
import { Agent, buildConnector } from "undici";

/**
 * Ranges that no system of a workspace lives in: link-local addresses serve cloud credentials, the others
 * reach nobody, or somebody else under cover. Loopback and private addresses are allowed, because an
 * administrator entered them.
 */
const FORBIDDEN = new Set([
  ...["linkLocal", "multicast", "broadcast", "unspecified", "reserved"],
  ...["6to4", "teredo", "rfc6145"],
]);

/** Where clouds serve credentials outside of the link-local range. */
const CREDENTIALS = new Set(["100.100.100.200", "fd00:ec2::254"]);

/** IPv4 addresses as a network with IPv6 alone writes them; the last four bytes are the real ones. */
const NAT64 = ["64:ff9b::/96", "64:ff9b:1::/48"].map((range) => ipaddr.IPv6.parseCIDR(range));

/** Whether a call to this IP address is refused, IPv4 inside IPv6 included. */
export function forbiddenAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return true;
  const plain = ipaddr.process(address);
  if (FORBIDDEN.has(plain.range()) || CREDENTIALS.has(plain.toString())) return true;
  const translated = plain instanceof ipaddr.IPv6 && NAT64.some((range) => plain.match(range));
  return translated && forbiddenAddress(plain.toByteArray().slice(12).join("."));
}

/** An HTTP agent that judges the address it really connects to, after the name was resolved. */
export function guardedAgent(): Agent {
  const connect = buildConnector({
    timeout: 5_000,
    lookup(hostname, options, callback) {
      lookup(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) return callback(error, []);
        const bad = addresses.find((a) => forbiddenAddress(a.address));
        if (bad) return callback(new ForbiddenAddress(bad.address), []);
        const [first] = addresses;
        if (options.all) callback(null, addresses);
        else callback(null, first?.address ?? "", first?.family ?? 4);
      });
    },
  });
  return new Agent({
    connect(options, callback) {
      const host = (options.hostname ?? "").replace(/^\[|\]$/g, "");
      if (ipaddr.isValid(host) && forbiddenAddress(host)) callback(new ForbiddenAddress(host), null);
      else connect(options, callback);
    },
    connections: 32,
    maxResponseSize: 1_048_576,
    maxHeaderSize: 32_768,
    bodyTimeout: 60_000,
    headersTimeout: 60_000,
  });
}

export class ForbiddenAddress extends Error {
  override readonly name = "ForbiddenAddress";
  constructor(address: string) {
    super(`${address} is not an address that systems may have`);
  }
}
