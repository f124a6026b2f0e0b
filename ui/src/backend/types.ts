// What the screens need of the program behind them. Two keep this promise: `tauri.ts`, and `desk/` in a plain browser.
import type { Commands } from './generated/commands';
import type { Partner } from './generated/Partner';
import type { Signal } from './generated/Signal';
import type { Trouble as Told } from './generated/Trouble';

export type { Agreement } from './generated/Agreement';
export type { Answer } from './generated/Answer';
export type { Attempt } from './generated/Attempt';
export type { BreakLength } from './generated/BreakLength';
export type { BrokenFile } from './generated/BrokenFile';
export type { Card } from './generated/Card';
export type { Change } from './generated/Change';
export type { Coming } from './generated/Coming';
export type { Couple } from './generated/Couple';
export type { CoupleRefusal } from './generated/CoupleRefusal';
export type { Commands } from './generated/commands';
export type { Deck } from './generated/Deck';
export type { Decks } from './generated/Decks';
export type { Desktop } from './generated/Desktop';
export type { Due } from './generated/Due';
export type { Ending } from './generated/Ending';
export type { Event } from './generated/Event';
export type { Every } from './generated/Every';
export type { FeltHeard } from './generated/FeltHeard';
export type { FieldName } from './generated/FieldName';
export type { FileFault } from './generated/FileFault';
export type { Format } from './generated/Format';
export type { FormatError } from './generated/FormatError';
export type { Formats } from './generated/Formats';
export type { Group } from './generated/Group';
export type { HeadsUp } from './generated/HeadsUp';
export type { Help } from './generated/Help';
export type { JarNote } from './generated/JarNote';
export type { Keep } from './generated/Keep';
export type { Language } from './generated/Language';
export type { Looked } from './generated/Looked';
export type { Moment } from './generated/Moment';
export type { Messages } from './generated/messages';
export type { OverlayView } from './generated/OverlayView';
export type { Overview } from './generated/Overview';
export type { OwnCard } from './generated/OwnCard';
export type { Partner } from './generated/Partner';
export type { PastLine } from './generated/PastLine';
export type { PastPage } from './generated/PastPage';
export type { Prompt } from './generated/Prompt';
export type { Record as Kept } from './generated/Record';
export type { Refusal } from './generated/Refusal';
export type { Reply } from './generated/Reply';
export type { Rest } from './generated/Rest';
export type { Rhythm } from './generated/Rhythm';
export type { Rule } from './generated/Rule';
export type { Schedule } from './generated/Schedule';
export type { Settings } from './generated/Settings';
export type { SettingsChange } from './generated/SettingsChange';
export type { Signal } from './generated/Signal';
export type { Start } from './generated/Start';
export type { Step } from './generated/Step';
export type { StepKind } from './generated/StepKind';
export type { StepView } from './generated/StepView';
export type { TextRefusal } from './generated/TextRefusal';
export type { Theme } from './generated/Theme';
export type { Timbre } from './generated/Timbre';
export type { TimeRefusal } from './generated/TimeRefusal';
export type { TurnView } from './generated/TurnView';
export type { Typed } from './generated/Typed';
export type { Unreadable } from './generated/Unreadable';
export type { View } from './generated/View';
export type { Whose } from './generated/Whose';
export type { WindowRequest } from './generated/WindowRequest';

/** Something went wrong; `unknown` when the program itself could not say what. */
export type Trouble = Told | { kind: 'unknown' };

export function isTrouble(thrown: unknown): thrown is Trouble {
  return typeof thrown === 'object' && thrown !== null && 'kind' in thrown;
}

/** Calls a command; rejects with a `Trouble`. */
export type Ask = <K extends keyof Commands>(
  command: K,
  args: Commands[K]['args'],
) => Promise<Commands[K]['answer']>;

export interface Backend {
  call: Ask;
  /** Hears the signals from behind the screens, from when it settles. */
  listen(heard: (signal: Signal) => void): Promise<unknown>;
}

export function other(who: Partner): Partner {
  return who === 'one' ? 'two' : 'one';
}
