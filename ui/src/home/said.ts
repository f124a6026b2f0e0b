// Says in words where they are: what is planned, has come, is quiet, or runs.
import type { Schedule, View } from '../backend/types';
import { clock, clockAt, distance, when } from '../words/dates';
import { t } from '../words/words.svelte';

export interface Said {
  above: string | null;
  title: string;
  lead: string | null;
  /** The times after that. */
  after: string | null;
}

export function said(schedule: Schedule, runs: View | null, now: string): Said {
  if (runs) return { above: null, after: null, ...running(runs, now) };
  const due = schedule.due?.missed ? null : schedule.due;
  const later = schedule.next.slice(due ? 0 : 1, due ? 2 : 3).map(({ planned }) => when(planned, now));
  const after = later.length > 0 ? t('home-then', { times: later.join(' · ') }) : null;
  if (!due) return { above: next(schedule, now), title: t('home-title-next'), lead: null, after };
  const above = t('home-since', { when: when(due.planned, now) });
  if (!due.snoozed) return { above, title: t('home-title-due'), lead: null, after };
  const title = t('home-title-snoozed', { time: clock(due.snoozed) });
  return { above, title, lead: null, after };
}

function next({ next: [first] }: Schedule, now: string): string {
  if (!first) return t('home-no-next');
  return t('home-when', { when: when(first.planned, now), distance: distance(first, now) });
}

/** Of the break they are taking, and whether the time to be back has passed. */
function running({ overlay }: View, now: string): { title: string; lead: string } {
  if (overlay?.kind !== 'away') return { title: t('home-title-running'), lead: t('home-running-lead') };
  return overlay.returned
    ? { title: t('home-title-returned'), lead: t('home-returned-lead') }
    : { title: t('home-title-away'), lead: t('home-away-lead', { when: clockAt(overlay.until, now) }) };
}
