// A pack has no list of words by use, so its search proposes none; what comes near is shown instead.
export const strangers = async () => [];
export const suggestions = async () => [];
