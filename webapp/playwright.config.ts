import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

/** The system's own browser: none is downloaded. */
const chromium = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/browser',
  // the tests share one running system and its four accounts of a role
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? 'json' : 'list',
  use: {
    baseURL: process.env.BRIDGEHEAD_ADDRESS ?? 'http://127.0.0.1:8080',
    locale: 'zh-CN',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    launchOptions: chromium === undefined ? {} : { executablePath: chromium, args: ['--no-sandbox'] },
  },
  projects: [
    { name: 'desk', grepInvert: /@phone/, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      grepInvert: /@desk/,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, defaultBrowserType: 'chromium' },
    },
  ],
})
