kursk-tui: cannot read sources.json: No such file or directory
