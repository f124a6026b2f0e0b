// Speaks with the program. The one file that knows Tauri.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Backend, Signal } from './types';

export const tauri: Backend = {
  call: (command, args) => invoke(command, args),
  listen: (heard) => listen<Signal>('signal', ({ payload }) => heard(payload)),
};
