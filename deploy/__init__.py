"""Running elsewhere: packages for machines without a net, and the files of a server. See docs/drift.md."""
