"""The live preview behind `kb serve`: it follows every edit, and errors show on the page concerned."""
