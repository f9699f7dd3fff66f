/**
 * The Chromium that browser tests drive: the one on the PATH, with a fresh profile.
 * With SLOW_MESSAGES=100 in the environment what pages and servers tell one another takes 100 ms each way.
 */
import { type Browser, chromium } from "playwright-core";
import { slowLink } from "./slow-link.js";

const distance = Number(process.env.SLOW_MESSAGES ?? 0);

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${[
    // What a Chromium with a window keeps ready behind its address bar: pages of its own that take more time, with each
    // page that is opened, than that page does.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "PreloadTopChromeWebUI",
    // Playwright's own list, which this switch takes the place of.
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
  ].join()}`,
];

/** @param delay - Milliseconds that each message takes, in either direction */
export async function launch(delay = distance): Promise<Browser> {
  const args = delay > 0 ? [...flags, ...(await slowLink(delay))] : flags;
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
}
