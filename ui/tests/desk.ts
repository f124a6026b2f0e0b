// Lets a plain browser speak with the real program, which runs beside it: what is asked at `/desk` goes to it as a line, and
// its next line is the answer.
import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface DeskProgram {
  ask(line: string): Promise<string>;
  answer(request: IncomingMessage, response: ServerResponse): void;
  /** Lets it end, and take its folders with it. */
  end(): Promise<unknown>;
}

/** Starts the program; `cargo xtask test` has built it and says where it is. */
export function startDesk(): DeskProgram {
  const built = process.env.BOTH_HEARD_DESK;
  const [command, args] = built ? [built, []] : ['cargo', ['run', '--quiet', '--package', 'both-heard-desk']];
  const program = spawn(command, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: ((line: string) => void)[] = [];
  const gone = JSON.stringify({ broken: 'the program has ended' });
  let runs = true;
  createInterface(program.stdout).on('line', (line) => waiting.shift()?.(line));
  const end = () => {
    runs = false;
    for (const tell of waiting.splice(0)) tell(gone);
  };
  program.on('exit', end).on('error', end);
  const ask = (line: string) =>
    new Promise<string>((tell) => {
      if (!runs) return tell(gone);
      waiting.push(tell);
      program.stdin.write(`${line}\n`);
    });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const said = await ask(Buffer.concat(parts).toString());
    response.writeHead(200, { 'content-type': 'application/json' }).end(said);
  };
  return {
    ask,
    answer: (request, response) => void answer(request, response),
    end: () => {
      program.stdin.end();
      return new Promise((ended) => (runs ? program.once('exit', ended) : ended(null)));
    },
  };
}
