namespace Bridge.Simulators.Intercoms;

/// <summary>How what happens in a call shows on the wire. Called under the gate of the building.</summary>
internal interface ICallSigns
{
    void Started(StationCall call);

    void Ringing(StationCall call);

    void Answered(StationCall call);

    /// <summary>The unlock key of the unit; null when there is no call.</summary>
    void Unlock(string panel, StationCall? call);

    void Denied(StationCall call);

    void NotAnswered(StationCall call);

    void Busy(StationCall call);

    void Ended(StationCall call, string reason);
}
