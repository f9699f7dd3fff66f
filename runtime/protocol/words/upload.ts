/** Why the server did not take files: words that come with the code that says so. */
export const UPLOAD_WORDS = {
  fileTooLarge: "{name} was not sent: a file may have {size} at most.",
  filesTooLarge: "The files were not sent: {size} at most may be on their way together.",
  tooManyFiles: "The files were not sent: there may be {count} at most at a time.",
  tooManyUploads: "{name} was not sent: others are on their way. Try again when they have arrived.",
  uploadTooSlow: "{name} did not arrive: nothing was sent for too long.",
} as const;
