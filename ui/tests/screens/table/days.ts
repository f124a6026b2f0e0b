// The pages of every day: welcome, Home, past check-ins, settings, troubles.
import type { Page } from 'playwright-core';
import { act } from '../page';
import { LONG, type Shown } from './shown';

export async function rail(page: Page, to: string): Promise<void> {
  await act(page, `to-${to}`);
  await page.locator(`[data-screen="${to}"] h1`).waitFor();
}

export const days: Shown[] = [
  { name: 'welcome', scenario: 'couple=0&past=0', main: true },
  {
    name: 'welcome-filled',
    scenario: 'couple=0&past=0',
    led: async (page) => {
      await page.locator('#name-one').fill('Sam');
      await page.locator('#name-two').fill('Robin');
    },
  },
  {
    name: 'welcome-refused',
    scenario: 'couple=0&past=0',
    holds: true,
    led: async (page) => {
      await page.locator('#name-one').fill('Sam');
      await page.locator('#name-two').fill(' sam');
      await act(page, 'begin');
      await page.locator('#name-two-refusal').waitFor();
    },
  },
  { name: 'home', scenario: 'past=7', main: true },
  { name: 'home-first', scenario: 'past=0' },
  { name: 'home-running', scenario: 'running=1' },
  { name: 'home-away', scenario: 'place=3:floor&over=away' },
  { name: 'home-returned', scenario: 'place=3:floor&over=away&away=-600' },
  {
    name: 'home-end',
    scenario: 'running=1',
    led: async (page) => {
      await act(page, 'end');
      await page.locator('dialog').waitFor();
    },
  },
  { name: 'home-between', scenario: 'agreed=1&jar=a|b|c', main: true },
  { name: 'home-names', scenario: `${LONG}&agreed=1&jar=a|b` },
  { name: 'home-notice', scenario: 'notice=1' },
  {
    name: 'home-unreadable',
    scenario: 'past=7&agreed=1&unreadable=names|rhythm|check-in|typed|agreements',
    main: true,
  },
  { name: 'home-read-only', scenario: 'past=7&read-only=1&unreadable=names' },
  {
    name: 'home-unreadable-delete',
    scenario: 'running=1&unreadable=part|rhythm',
    holds: true,
    led: async (page) => {
      await act(page, 'forget-rhythm');
      await page.locator('dialog').waitFor();
    },
  },
  { name: 'past', scenario: 'past=60', main: true, led: (page) => rail(page, 'past') },
  { name: 'past-few', scenario: 'past=2', led: (page) => rail(page, 'past') },
  { name: 'past-empty', scenario: 'past=0', led: (page) => rail(page, 'past') },
  { name: 'past-unreadable', scenario: 'past=7&left-out=1', led: (page) => rail(page, 'past') },
  {
    name: 'record-unreadable',
    scenario: 'past=7&left-out=1',
    led: async (page) => {
      await rail(page, 'past');
      await act(page, 'open');
      await page.locator('article').waitFor();
    },
  },
  { name: 'cards-unreadable', scenario: 'past=7&unreadable=cards', led: (page) => rail(page, 'cards') },
  {
    name: 'jar-unreadable',
    scenario: 'past=7&unreadable=jar',
    led: async (page) => {
      await act(page, 'to-jar');
      await page.locator('#whose').waitFor();
    },
  },
  { name: 'before-unreadable', scenario: 'past=7&unreadable=formats', led: (page) => act(page, 'change') },
  {
    name: 'record',
    scenario: 'past=7',
    main: true,
    led: async (page) => {
      await rail(page, 'past');
      await act(page, 'open');
      await page.locator('article').waitFor();
    },
  },
  {
    name: 'record-only-met',
    scenario: 'past=7',
    led: async (page) => {
      await rail(page, 'past');
      await page.locator('[data-do="open"]').nth(6).click();
      await page.locator('article').waitFor();
      await act(page, 'save');
      await page.locator('.saved:not(:empty)').waitFor();
    },
  },
  {
    name: 'record-delete',
    scenario: 'past=7',
    led: async (page) => {
      await rail(page, 'past');
      await act(page, 'open');
      await act(page, 'delete');
      await page.locator('dialog').waitFor();
    },
  },
  { name: 'settings', scenario: '', main: true, led: (page) => rail(page, 'settings') },
  { name: 'safety', scenario: '', main: true, led: (page) => rail(page, 'safety') },
  { name: 'trouble-silent', scenario: 'silent=1' },
  ...['not-ours', 'damaged', 'newer', 'read-only', 'locked', 'full', 'disk', 'conflict'].map((kind) => ({
    name: `trouble-${kind}`,
    scenario: `trouble=${kind}`,
  })),
];
