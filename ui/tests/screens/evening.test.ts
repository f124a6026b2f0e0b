// A whole evening, as two people would go through it.
import { expect, test } from 'vitest';
import { act, at, press, within } from './page';

test('from the welcome to a kept check-in, by keyboard alone', async () => {
  await within('couple=0&past=0', {}, async (page) => {
    await page.locator('[data-screen="welcome"]').waitFor();
    await page.locator('#name-one').focus();
    await page.keyboard.type('Ada');
    await press(page, 'Tab', 'Tab');
    await page.keyboard.type('Noor');
    await press(page, 'Enter');
    await page.locator('[data-screen="home"]').waitFor();
    await press(page, 'Enter');
    await at(page, '0:breath');
    await press(page, 'Enter');
    await at(page, '0:here', 'cover-first');
    await press(page, 'Enter');
    await at(page, '0:here', 'ask-first');
    await press(page, '1');
    await at(page, '0:here', 'cover-second');
    await press(page, 'Enter');
    await at(page, '0:here', 'ask-second');
    await press(page, 'ArrowRight', 'Enter');
    await at(page, '1:floor');
    await press(page, 'w');
    await page.keyboard.type('the soup on Wednesday');
    await press(page, 'Enter', 'Enter');
    await at(page, '2:floor');
    await press(page, 'Enter');
    for (const step of [3, 7]) {
      await at(page, `${step}:floor`);
      await press(page, 'w');
      await page.keyboard.type(step === 3 ? 'always planning' : 'the phone call');
      await press(page, 'Enter', 'Enter');
      await at(page, `${step + 1}:line say-back first 0`);
      await press(page, 'Enter');
      await at(page, `${step + 1}:line did-i-get-it first 0`);
      await press(page, 'Enter'); // a question does not answer itself
      await press(page, '1');
      await at(page, `${step + 1}:line makes-sense first 0`);
      await press(page, 'Enter');
      await at(page, `${step + 1}:line might-feel first 0`);
      await press(page, 'Enter');
      await at(page, `${step + 1}:line is-there-more first 0`);
      await press(page, '2');
      await at(page, `${step + 2}:ask-heard first`);
      await press(page, step === 3 ? '1' : '2');
      await at(page, `${step + 2}:settled ${step === 3 ? 'yes' : 'mostly'}`);
      await press(page, 'Enter');
      if (step === 3) {
        await at(page, '6:breath');
        await press(page, 'Enter');
      }
    }
    await at(page, '10:thanks');
    await press(page, 'Enter');
    await at(page, '10:next');
    await press(page, 'Enter');
    await at(page, '10:keep');
    await press(page, '1');
    await at(page, 'ended:closed:all');
    await press(page, 'Enter');
    await page.locator('[data-screen="home"]').waitFor();
    await act(page, 'to-past');
    await page.locator('[data-screen="past"]').waitFor();
    await page.locator('[data-do="open"]').first().focus();
    await press(page, 'Enter');
    await page.locator('[data-screen="record"]').waitFor();
    const record = await page.locator('article').innerText();
    expect(record).toContain('always planning');
    expect(record).toContain('the phone call');
    expect(record).toContain('the soup on Wednesday');
  });
});
