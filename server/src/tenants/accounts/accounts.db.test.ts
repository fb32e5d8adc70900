import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "../../house.testing.ts";
import { describeDatabase } from "../../testing/index.ts";
import { createBrowser } from "./browser.testing.ts";

describeDatabase("the owner link", () => {
  let test: TestHouse;
  beforeAll(async () => {
    test = await openTestHouse();
  });
  afterAll(() => test.close());

  it("makes the owner's account, once, and signs in", async () => {
    const browser = createBrowser(test.app);
    expect((await browser.get("/v1/auth/options")).json()).toMatchObject({ signUp: "closed", ownerExists: false });
    const made = await test.app.inject({
      method: "POST",
      url: "/v1/admin/owner-links",
      headers: { authorization: `Bearer ${test.house.tenants.adminToken}` },
    });
    expect(made.statusCode).toBe(201);
    const token = new URL(made.json().url).pathname.replace("/owner/", "");
    const look = await browser.get(`/v1/owner-links/${token}`);
    expect(look.json()).toMatchObject({ organization: "My organization", ownerExists: false });
    const used = await browser.post(`/v1/owner-links/${token}`, {
      name: "Ann",
      email: "Ann@example.com",
      password: "a long enough one",
    });
    expect(used.json()).toMatchObject({ reset: false });
    expect(used.statusCode).toBe(201);
    const me = await browser.get("/v1/me");
    expect(me.json()).toMatchObject({ name: "Ann", email: "ann@example.com", serverAdmin: true });
    const again = await browser.post(`/v1/owner-links/${token}`, {
      name: "Ann",
      email: "b@example.com",
      password: "a long enough one",
    });
    expect(again.json().code).toBe("link_expired");
  });
});
