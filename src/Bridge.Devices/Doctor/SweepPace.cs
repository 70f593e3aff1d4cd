namespace Bridge.Devices.Doctor;

/// <summary>Counts the steps of a sweep and says how long the rest will take.</summary>
internal sealed class SweepPace(int total, Action<SweepProgress> tell, TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();
    private int _done;

    public void Step(string at)
    {
        var left = _done == 0 ? TimeSpan.Zero : time.GetElapsedTime(_began) / _done * (total - _done);
        tell(new SweepProgress(at, _done, total, left));
        _done++;
    }
}
