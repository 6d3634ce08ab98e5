"""The slow checks with outside tools: `make audit` asks for them, `make test` does not."""

import os

collect_ignore_glob = [] if os.environ.get("KB_AUDIT") else ["test_*.py"]
