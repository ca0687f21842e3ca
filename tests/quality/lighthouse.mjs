// Lighthouse on several pages in one Chromium: `node lighthouse.mjs '{"urls": […], "categories": […], "flags": […]}'`.
// Prints a list of its reports. CHROME_PATH tells where Chromium is.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const { urls, categories, flags } = JSON.parse(process.argv[2]);
const patience = { maxWaitForFcp: 300_000, maxWaitForLoad: 300_000 }; // milliseconds: the machine may be busy
const chrome = await launch({ chromeFlags: ["--headless=new", ...flags], maxConnectionRetries: 600 });
const reports = [];
for (const url of urls) {
  const options = { ...patience, port: chrome.port, onlyCategories: categories, disableFullPageScreenshot: true };
  const { lhr } = await lighthouse(url, options);
  reports.push(lhr);
}
chrome.kill();
process.stdout.write(JSON.stringify(reports));
