import fc from "fast-check";
import { expect, test } from "vitest";
import { networkOf } from "./network-of.ts";

test("an IPv4 address counts alone, however it is written", () => {
  expect(networkOf("192.0.2.1")).toBe("192.0.2.1");
  expect(networkOf("::ffff:192.0.2.1")).toBe("192.0.2.1");
  expect(networkOf("::ffff:192.0.2.2")).not.toBe(networkOf("::ffff:192.0.2.1"));
});

test("all of an IPv6 customer's addresses count as one, those of another apart", () => {
  fc.assert(
    fc.property(fc.ipV6(), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (address, host) => {
      const network = networkOf(address);
      if (!network.endsWith("::/64")) return;
      const groups = host.toString(16).padStart(16, "0").match(/.{4}/g) ?? [];
      expect(networkOf(`${network.slice(0, -"::/64".length)}:${groups.join(":")}`)).toBe(network);
    }),
  );
  expect(networkOf("2001:db8:1:2::7")).not.toBe(networkOf("2001:db8:1:3::7"));
  expect(networkOf("fe80::1%eth0")).toBe(networkOf("fe80::2"));
});

test("what is no address stands for itself", () => {
  for (const text of ["", "unknown", "1.2.3.4.5", "::g"]) expect(networkOf(text)).toBe(text);
});
