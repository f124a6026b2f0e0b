// Leaning in: the listener's lines one at a time, in full, as a hint, or not at all.
import { type Help, type Moment, other, type Partner } from '../../backend/types';
import { type Plain, t } from '../../words/words.svelte';
import type { Answer, Names, Stage } from '../stage';

function ask(kind: 'got-it' | 'more', yes: Plain, no: Plain): Answer[] {
  return [
    { does: 'yes', label: t(yes), value: { kind, yes: true } },
    { does: 'no', label: t(no), value: { kind, yes: false } },
  ];
}

/** Shortens a line of the listener's to what they want to see of it. */
function shown(full: Pick<Stage, 'say' | 'soft'>, hint: Plain, help: Help, who: string): Partial<Stage> {
  if (help === 'full') return full;
  return { soft: null, say: help === 'hint' ? t(hint) : t('checkin-off-lean-in', { who }) };
}

/** Draws a line; the two questions are the speaker's, and always asked. */
export function leanIn(moment: Moment, listener: Partner, names: Names, help: Help): Partial<Stage> {
  if (moment.kind !== 'line') return {};
  const speaker = other(listener);
  const who = names[listener];
  const toListener = { who, other: names[speaker] };
  const toSpeaker = { who: names[speaker], other: who };
  const again = moment.attempt === 'one-more';
  const says: Partial<Stage> = { pose: 'lean', acts: listener, go: t('checkin-said'), helped: true };
  const asked: Partial<Stage> = { pose: 'lean', acts: speaker, go: null };
  switch (moment.line) {
    case 'say-back':
      return { ...says, go: t('checkin-ask-right'), ...sayBack(again, moment.round > 0, toListener, help) };
    case 'did-i-get-it':
      return {
        ...asked,
        say: t('checkin-did-i-say', toSpeaker),
        soft: again ? t('checkin-did-i-again-soft') : t('checkin-did-i-soft'),
        answers: ask('got-it', 'checkin-did-i-yes', 'checkin-did-i-no'),
      };
    case 'makes-sense': {
      const full = { say: t('checkin-makes-sense-say'), soft: t('checkin-makes-sense-soft', toListener) };
      return { ...says, ...shown(full, 'checkin-hint-makes-sense', help, who) };
    }
    case 'might-feel': {
      const full = { say: t('checkin-might-feel-say'), soft: t('checkin-might-feel-soft', toListener) };
      return { ...says, ...shown(full, 'checkin-hint-might-feel', help, who) };
    }
    case 'is-there-more':
      return {
        ...asked,
        say: t('checkin-is-there-more-say', toSpeaker),
        soft: t('checkin-is-there-more-soft'),
        answers: ask('more', 'checkin-is-there-more-yes', 'checkin-is-there-more-no'),
      };
    case 'the-rest':
      return { ...says, acts: speaker, helped: false, say: t('checkin-the-rest-say', toSpeaker) };
    case 'smaller-piece':
      return { ...says, acts: speaker, helped: false, say: t('checkin-smaller-piece-say', toSpeaker) };
  }
}

type To = { who: string; other: string };
function sayBack(again: boolean, rest: boolean, to: To, help: Help): Partial<Stage> {
  if (again) {
    const full = {
      say: t('checkin-say-back-again-say'),
      soft: t('checkin-say-back-again-soft', { other: to.other }),
    };
    return shown(full, 'checkin-hint-say-back-again', help, to.who);
  }
  const full = {
    say: rest ? t('checkin-say-back-rest-say') : t('checkin-say-back-say'),
    soft: rest ? t('checkin-say-back-rest-soft', to) : t('checkin-say-back-soft', to),
  };
  return shown(full, 'checkin-hint-say-back', help, to.who);
}
