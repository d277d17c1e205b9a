// Before the first paint: the theme that the reader chose (shell/theme.js keeps it).

try {
  const theme = localStorage.getItem("forewarned.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden: then the page is as the device has it.
}
