// Stands in for the little of a page that the words need.
Object.assign(globalThis, { document: { documentElement: { lang: '' } } });
