/** Key on the isolated world's global of the function that `/context.js` defines. */
export const CONTEXT_READER = 'sobrioReadContext';
