// Measures pages with Lighthouse, each several times in a fresh browser, and prints a line of JSON for each run.
// Arguments: how many times, then addresses. CHROME_PATH names the browser.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const categories = ["performance", "accessibility", "best-practices", "seo"];
const [times, ...addresses] = process.argv.slice(2);
const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

for (const address of addresses) {
  for (let n = 0; n < Number(times); n += 1) {
    const chrome = await launch({ chromeFlags });
    try {
      const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories: categories, logLevel: "silent" });
      const audits = Object.values(lhr.audits);
      console.log(JSON.stringify({
        address,
        scores: Object.fromEntries(categories.map((id) => [id, Math.round(100 * (lhr.categories[id].score ?? 0))])),
        shift: lhr.audits["cumulative-layout-shift"].numericValue,
        bytes: lhr.audits["total-byte-weight"].numericValue,
        faults: audits.filter((audit) => audit.score !== null && audit.score < 0.9).map((audit) => `${audit.id}: ${audit.displayValue ?? audit.score}`),
        error: lhr.runtimeError?.message ?? "",
      }));
    } finally {
      await chrome.kill();
    }
  }
}
