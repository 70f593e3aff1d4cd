namespace Bridge.Host.Tests.Verbs.Doctor;

/// <summary>Verbs that measure a line in real time: beside a hundred other tests a reader that answers at once would look like a silent one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneWithTime
{
    public const string Name = "doctor verbs alone with time";
}
