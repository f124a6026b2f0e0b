// Puts what lies over a step in words: the line, what can be answered, and what Enter does.
import type { Card, Decks, Event, Overlay } from '../../backend/types';
import { offered } from '../../cards/order';
import { clock, when } from '../../words/dates';
import { t } from '../../words/words.svelte';

/** What lies over a step, as the screen shows it. */
export interface Over {
  label: string;
  say: string;
  soft: string | null;
  /** What Enter does; none where a question waits for its answer. */
  go: { does: string; label: string; value: Event } | null;
  answers: { does: string; label: string; line?: string; value: Event }[] | null;
  /** Whether *back* leads out of it. */
  back: boolean;
}

const GO_ON: Event = { kind: 'go-on' };

/** Draws what lies over a step. `now` tells whether they are due back from a break; a smaller piece is offered only where
 * there is a topic. */
export function over(overlay: Overlay, now: number, canBeSmaller: boolean): Over {
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
        back: true,
      };
    case 'break':
      return {
        label: t('over-break-label'),
        say: t('over-break-say'),
        soft: t('over-break-soft'),
        go: null,
        answers: lengths(now),
        back: true,
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
        back: false,
      };
  }
}

const SMALLER = () => ({
  does: 'smaller',
  label: t('over-after-smaller'),
  line: t('over-after-smaller-line'),
  value: { kind: 'smaller' as const },
});

function block({ at, text }: Extract<Overlay, { kind: 'block' }>, canBeSmaller: boolean): Over {
  const base = { label: t('over-block-label'), answers: null, back: true };
  switch (at) {
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
        say: text ? t('checkin-quoted', { text }) : t('over-saying-say'),
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

/** When they would be back, so that nobody has to count: "20:12". */
export function clockAt(instant: number, now: number): string {
  const date = new Date(instant);
  const today = date.toDateString() === new Date(now).toDateString();
  return today ? clock(date) : when(date.toISOString(), now);
}

const MINUTE = 60_000;

/** The lengths of a break that are offered; a body needs twenty minutes. */
function lengths(now: number): Over['answers'] {
  const one = (does: string, minutes: number, label: string) => ({
    does,
    label,
    line: clockAt(now + minutes * MINUTE, now),
    value: { kind: 'away' as const, minutes },
  });
  return [
    one('away-20', 20, t('over-break-minutes', { minutes: 20 })),
    one('away-40', 40, t('over-break-minutes', { minutes: 40 })),
    one('away-60', 60, t('over-break-hour')),
    one('away-tomorrow', 1440, t('over-break-tomorrow')),
  ];
}

function away({ until, again }: Extract<Overlay, { kind: 'away' }>, now: number): Over {
  const back = new Date(until).getTime();
  const returned = now >= back;
  const resume: Event = { kind: 'resume' };
  const label = t('over-break-label');
  const go = { does: 'resume', label: returned ? t('checkin-resume') : t('over-away-back'), value: resume };
  if (!returned) {
    return {
      label,
      say: t('over-away-say', { when: clockAt(back, now) }),
      soft: null,
      go,
      answers: null,
      back: false,
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
    back: false,
  };
}

/** The cards of a list that are offered: favourites first, hidden ones not. */
export function list(decks: Decks | null, id: string): Card[] {
  return offered(decks?.lists.find((deck) => deck.id === id)?.cards ?? []);
}
