package org.colonnade.platform.api.unit;

import java.util.Map;

/** What a unit measures. Units of one kind are converted into each other, but for those that only count themselves. */
public enum UnitKind {
    /** Length. */
    LENGTH("MTR", "Length", "ความยาว"),
    /** Area. */
    AREA("MTK", "Area", "พื้นที่"),
    /** Volume. */
    VOLUME("MTQ", "Volume", "ปริมาตร"),
    /** Mass. */
    MASS("KGM", "Mass", "มวล"),
    /** Time, by the stop watch. */
    TIME("SEC", "Time, by the stop watch", "เวลา"),
    /** Time, by the calendar: a month has no fixed number of days. */
    CALENDAR("MON", "Time, by the calendar", "เวลาตามปฏิทิน"),
    /** Temperature. */
    TEMPERATURE("KEL", "Temperature", "อุณหภูมิ"),
    /** Energy. */
    ENERGY("JOU", "Energy", "พลังงาน"),
    /** Power. */
    POWER("WTT", "Power", "กำลัง"),
    /** Apparent power. */
    APPARENT_POWER("D46", "Apparent power", "กำลังปรากฏ"),
    /** Reactive power. */
    REACTIVE_POWER("D44", "Reactive power", "กำลังรีแอกทีฟ"),
    /** Pressure. */
    PRESSURE("PAL", "Pressure", "ความดัน"),
    /** Speed. */
    SPEED("MTS", "Speed", "ความเร็ว"),
    /** Acceleration. */
    ACCELERATION("MSK", "Acceleration", "ความเร่ง"),
    /** Frequency. */
    FREQUENCY("HTZ", "Frequency", "ความถี่"),
    /** Rotation. */
    ROTATION("RPS", "Rotation", "การหมุน"),
    /** Force. */
    FORCE("NEW", "Force", "แรง"),
    /** Torque. */
    TORQUE("NU", "Torque", "แรงบิด"),
    /** Electric current. */
    CURRENT("AMP", "Electric current", "กระแสไฟฟ้า"),
    /** Voltage. */
    VOLTAGE("VLT", "Voltage", "แรงดันไฟฟ้า"),
    /** Resistance. */
    RESISTANCE("OHM", "Resistance", "ความต้านทาน"),
    /** Electric charge. */
    CHARGE("COU", "Electric charge", "ประจุไฟฟ้า"),
    /** Capacitance. */
    CAPACITANCE("FAR", "Capacitance", "ความจุไฟฟ้า"),
    /** Inductance. */
    INDUCTANCE("81", "Inductance", "ความเหนี่ยวนำ"),
    /** Luminous intensity. */
    LIGHT("CDL", "Luminous intensity", "ความเข้มแสง"),
    /** Luminous flux. */
    LUMINOUS_FLUX("LUM", "Luminous flux", "ฟลักซ์แสง"),
    /** Illuminance. */
    ILLUMINANCE("LUX", "Illuminance", "ความสว่าง"),
    /** Amount of substance. */
    SUBSTANCE("C34", "Amount of substance", "ปริมาณสาร"),
    /** Radioactivity. */
    RADIOACTIVITY("BQL", "Radioactivity", "กัมมันตภาพรังสี"),
    /** Angle. */
    ANGLE("DD", "Angle", "มุม"),
    /** Data. */
    DATA("A99", "Data", "ข้อมูล"),
    /** Data rate. */
    DATA_RATE("B10", "Data rate", "อัตราข้อมูล"),
    /** Volume flow. */
    VOLUME_FLOW("MQS", "Volume flow", "อัตราการไหลเชิงปริมาตร"),
    /** Mass flow. */
    MASS_FLOW("KGS", "Mass flow", "อัตราการไหลเชิงมวล"),
    /** Density. */
    DENSITY("KMQ", "Density", "ความหนาแน่น"),
    /** Mass per area. */
    AREA_MASS("28", "Mass per area", "มวลต่อพื้นที่"),
    /** Mass per length. */
    LINE_MASS("KL", "Mass per length", "มวลต่อความยาว"),
    /** Ratio. */
    RATIO("P1", "Ratio", "อัตราส่วน"),
    /** Count. */
    COUNT("C62", "Count", "จำนวนนับ"),
    /** What is counted and never converted. */
    ALONE("", "What is counted and never converted", "หน่วยที่ไม่แปลง"),
    /** Package: how much is in it is said by the product. */
    PACKAGE("", "Package", "บรรจุภัณฑ์");

    private final String base;
    private final String en;
    private final String th;

    UnitKind(String base, String en, String th) {
        this.base = base;
        this.en = en;
        this.th = th;
    }

    /** The code of the unit in which factors of this kind are given; empty where nothing is converted. */
    public String base() {
        return base;
    }

    /** Whether its units are converted into each other. */
    public boolean convertible() {
        return !base.isEmpty();
    }

    /** What people call it, by language tag. */
    public Map<String, String> labels() {
        return Map.of("en", en, "th", th);
    }
}
