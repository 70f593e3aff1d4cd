namespace Bridge.Journal.Register;

public sealed record ImportCounts(int Added, int Changed, int Unchanged, int Removed);
