// Written by `cargo test` from src-tauri/src/ipc/commands.rs. Do not edit.
import type { Answer } from './Answer';
import type { CheckInId } from './CheckInId';
import type { CoupleRefusal } from './CoupleRefusal';
import type { Event } from './Event';
import type { Overview } from './Overview';
import type { Partner } from './Partner';
import type { PastPage } from './PastPage';
import type { Record } from './Record';
import type { Refusal } from './Refusal';
import type { Settings } from './Settings';
import type { Start } from './Start';
import type { View } from './View';
import type { Weekly } from './Weekly';

export interface Commands {
  start: { args: {  }; answer: Start };
  system_is_dark: { args: {  }; answer: boolean | null };
  try_again: { args: {  }; answer: null };
  overview: { args: {  }; answer: Overview };
  save_couple: { args: { one: string; two: string; left: Partner }; answer: Answer<Overview, CoupleRefusal> };
  save_weekly: { args: { weekly: Weekly }; answer: Overview };
  meet_once: { args: { planned: string | null }; answer: Overview };
  other_times: { args: {  }; answer: Array<string> };
  save_settings: { args: { settings: Settings }; answer: Start };
  begin: { args: { beginner: Partner }; answer: View };
  check_in: { args: {  }; answer: View | null };
  act: { args: { event: Event }; answer: Answer<View, Refusal> };
  past: { args: { after: CheckInId | null }; answer: PastPage };
  record: { args: { id: CheckInId }; answer: Record | null };
  forget: { args: { id: CheckInId }; answer: null };
  save_as_text: { args: { id: CheckInId }; answer: string | null };
  hide: { args: {  }; answer: null };
  leave: { args: {  }; answer: null };
}
