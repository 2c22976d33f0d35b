"""Archives to event data: readers, formats, resumable jobs over all cores or a cluster, and reports."""
