namespace Bridge.Devices.Doctor;

/// <summary>Counts the steps of a sweep and says how long the rest will take.</summary>
/// <param name="expected">How long the whole should take; a first step that took long would otherwise frighten people.</param>
internal sealed class SweepPace(int total, TimeSpan expected, Action<SweepProgress> tell, TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();
    private int _done;

    public void Step(string at)
    {
        var left = (time.GetElapsedTime(_began) + expected) / (_done + total) * (total - _done);
        tell(new SweepProgress(at, _done, total, left));
        _done++;
    }
}
