// Puts what lies over a step in words: the line, what can be answered, and what Enter does.
import type { BreakLength, Card, Decks, Event, OverlayView } from '../../backend/types';
import { offered } from '../../cards/order';
import { clockAt } from '../../words/dates';
import { trimmed } from '../../words/text';
import { t } from '../../words/words.svelte';

/** What lies over a step, as the screen shows it. */
export interface Over {
  label: string;
  say: string;
  soft: string | null;
  /** What Enter does; none where a question waits for its answer. */
  go: { does: string; label: string; value: Event } | null;
  answers: { does: string; label: string; line?: string; value: Event }[] | null;
}

const HOUR = 60;
const DAY = 24 * HOUR;
const GO_ON: Event = { kind: 'go-on' };

/** Draws what lies over a step. `now` tells which day it is; a smaller piece is offered only where there is a topic. */
export function over(overlay: OverlayView, now: string, canBeSmaller: boolean): Over {
  switch (overlay.kind) {
    case 'block':
      return block(overlay, canBeSmaller);
    case 'repair':
      return {
        label: t('over-repair-label'),
        say: t('over-repair-say'),
        soft: null,
        go: { does: 'go-on', label: t('over-repair-go'), value: GO_ON },
        answers: null,
      };
    case 'break':
      return {
        label: t('over-break-label'),
        say: t('over-break-say'),
        soft: t('over-break-soft'),
        go: null,
        answers: overlay.lengths.map((length) => lasting(length, now)),
      };
    case 'away':
      return away(overlay, now);
    default:
      return {
        label: t('checkin-pause'),
        say: t('checkin-paused-say'),
        soft: null,
        go: { does: 'resume', label: t('checkin-resume'), value: { kind: 'resume' } },
        answers: null,
      };
  }
}

const SMALLER = () => ({
  does: 'smaller',
  label: t('over-after-smaller'),
  line: t('over-after-smaller-line'),
  value: { kind: 'smaller' as const },
});

function block({ phase, text }: Extract<OverlayView, { kind: 'block' }>, canBeSmaller: boolean): Over {
  const base = { label: t('over-block-label'), answers: null };
  switch (phase) {
    case 'naming':
      return {
        ...base,
        say: t('over-naming-say'),
        soft: t('over-naming-soft'),
        go: { does: 'go-on', label: t('over-naming-go'), value: GO_ON },
      };
    case 'saying':
      return {
        ...base,
        say: trimmed(text) ? t('checkin-quoted', { text: trimmed(text) }) : t('over-saying-say'),
        soft: t('over-saying-soft'),
        go: { does: 'go-on', label: t('over-saying-go'), value: GO_ON },
      };
    case 'after':
      return {
        ...base,
        say: t('over-after-say'),
        soft: null,
        go: null,
        answers: [
          { does: 'go-on', label: t('over-after-go-on'), line: t('over-after-go-on-line'), value: GO_ON },
          ...(canBeSmaller ? [SMALLER()] : []),
          {
            does: 'take-break',
            label: t('over-after-break'),
            line: t('over-after-break-line'),
            value: { kind: 'take-break' },
          },
        ],
      };
  }
}

/** A length of a break, with when they would be back, so that nobody has to count: "20:12". */
function lasting({ minutes, back }: BreakLength, now: string) {
  const label =
    minutes === DAY
      ? t('over-break-tomorrow')
      : minutes === HOUR
        ? t('over-break-hour')
        : t('over-break-minutes', { minutes });
  const does = minutes === DAY ? 'away-tomorrow' : `away-${minutes}`;
  return { does, label, line: clockAt(back, now), value: { kind: 'away' as const, minutes } };
}

function away({ until, returned, again }: Extract<OverlayView, { kind: 'away' }>, now: string): Over {
  const resume: Event = { kind: 'resume' };
  const label = t('over-break-label');
  const go = { does: 'resume', label: returned ? t('checkin-resume') : t('over-away-back'), value: resume };
  if (!returned) {
    return {
      label,
      say: t('over-away-say', { when: clockAt(until, now) }),
      soft: null,
      go,
      answers: null,
    };
  }
  const more = (minutes: number) => ({
    does: `more-${minutes}`,
    label: t('over-break-minutes', { minutes }),
    value: { kind: 'away' as const, minutes },
  });
  return {
    label,
    say: t('over-return-say'),
    soft: null,
    go,
    answers: again ? null : [more(20), more(40), more(60)],
  };
}

/** The cards of a list that are offered: favourites first, hidden ones not. */
export function list(decks: Decks | null, id: string): Card[] {
  return offered(decks?.lists.find((deck) => deck.id === id)?.cards ?? []);
}
