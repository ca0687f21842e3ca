// Lighthouse on several pages in one Chromium: `node lighthouse.mjs '{"urls": […], "categories": […], "flags": […]}'`.
// Prints a list of its reports. CHROME_PATH tells where Chromium is.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const { urls, categories, flags } = JSON.parse(process.argv[2]);
const chrome = await launch({ chromeFlags: ["--headless=new", ...flags] });
const reports = [];
for (const url of urls) {
  const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: categories, disableFullPageScreenshot: true });
  reports.push(lhr);
}
chrome.kill();
process.stdout.write(JSON.stringify(reports));
